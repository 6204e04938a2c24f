#include "store/moment_json.h"

#include <algorithm>

#include "store/json_members.h"
#include "store/trace_tables.h"

namespace micropol {

namespace {

constexpr std::string_view names[] = {"lever_change", "shock_strikes",     "decision",     "bloc_gathers",
                                      "person_turns", "department_closes", "word_spreads", "adoption",
                                      "power_moves",  "person_leaves",     "end"};
using What = decltype(Moment::what);
static_assert(std::size(names) == std::variant_size_v<What>);

}  // namespace

std::vector<std::string_view> names_of(EventKind) {
    std::vector<std::string_view> all;
    for (std::size_t k = 0; k <= std::size_t(EventKind::hired); ++k) all.push_back(name_of(EventKind(k)));
    return all;
}
std::vector<std::string_view> names_of(DecisionRule) {
    auto const all = decision_rule_names();
    return {all.begin(), all.end()};
}
std::vector<std::string_view> names_of(Tactic) { return {std::begin(tactic_names), std::end(tactic_names)}; }

// ------------------------------------------------------------------------------------- members

static void members(auto& io, Either<Portrait> auto& person) {
    io("employee", person.employee), io("id", person.id), io("department", person.department);
    io("reports", person.reports), io("power", person.power), io("rank", person.rank), io("newcomer", person.newcomer);
}

static void members(auto& io, Either<Motive> auto& motive) {
    io("felt", motive.felt), io("stake", motive.stake), io("attitude", motive.attitude), io("voiced", motive.voiced);
    io("rent", motive.rent), io("data_share", motive.data_share), io("worth", motive.worth), io("tactic", motive.tactic);
}

static void members(auto& io, Either<Bloc> auto& bloc) {
    io("number", bloc.number), io("members", bloc.members), io("power", bloc.power), io("stance", bloc.stance);
    io("department", bloc.department), io("from_department", bloc.from_department);
    io("leader", bloc.leader), io("motive", bloc.motive);
}

namespace moment {

static void members(auto& io, Either<LeverChange::One> auto& one) {
    io("lever", one.lever), io("begins", one.begins), io("waited", one.waited), io("reached", one.reached);
    io("intensity", one.intensity), io("cost", one.cost);
}

static void members(auto& io, Either<LeverChange> auto& change) { io("levers", change.levers), io("cost", change.cost); }

static void members(auto& io, Either<ShockStrikes> auto& shock) { io("what", shock.what), io("size", shock.size); }

static void members(auto& io, Either<Decision> auto& decision) {
    io("first", decision.first), io("passed", decision.passed), io("stopped", decision.stopped), io("rule", decision.rule);
    io("in_favour", decision.in_favour), io("momentum_before", decision.momentum_before);
    io("momentum_after", decision.momentum_after), io("tipped", decision.tipped), io("tipped_in_all", decision.tipped_in_all);
    io("against", decision.against), io("in_support", decision.in_support);
    io("in_favour_since", decision.in_favour_since), io("against_since", decision.against_since);
}

static void members(auto& io, Either<BlocGathers> auto& gathers) {
    io("bloc", gathers.bloc), io("falls_apart", gathers.falls_apart), io("most", gathers.most);
}

static void members(auto& io, Either<PersonTurns> auto& turns) {
    io("what", turns.what), io("person", turns.person), io("motive", turns.motive);
}

static void members(auto& io, Either<DepartmentCloses> auto& closes) {
    io("department", closes.department), io("opens", closes.opens), io("before", closes.before), io("now", closes.now);
    io("weeks", closes.weeks);
}

static void members(auto& io, Either<WordSpreads> auto& word) {
    io("knows", word.knows), io("learned", word.learned), io("from_contacts", word.from_contacts), io("through", word.through);
    io("last_department", word.last_department), io("last_week", word.last_week), io("last_through", word.last_through);
    io("departments_without", word.departments_without);
}

static void members(auto& io, Either<Adoption> auto& adoption) {
    io("department", adoption.department), io("share", adoption.share), io("falling", adoption.falling);
    io("first", adoption.first), io("for_show", adoption.for_show), io("attitude", adoption.attitude);
    io("attitude_before", adoption.attitude_before);
}

static void members(auto& io, Either<PowerMoves> auto& moves) {
    io("person", moves.person), io("at_start", moves.at_start), io("at_end", moves.at_end), io("motive", moves.motive);
}

static void members(auto& io, Either<PersonLeaves> auto& leaves) { io("person", leaves.person), io("so_far", leaves.so_far); }

static void members(auto& io, Either<End> auto& end) {
    io("substantive", end.substantive), io("symbolic", end.symbolic), io("rejecting", end.rejecting);
    io("momentum", end.momentum), io("left", end.left), io("stopped", end.stopped);
    io("in_favour_since", end.in_favour_since), io("against_since", end.against_since), io("costs", end.costs);
}

}  // namespace moment

namespace {

template <std::size_t index = 0>
What what_in(JsonReader const& json, std::size_t wanted) {
    if constexpr (index < std::variant_size_v<What>) {
        if (index != wanted) return what_in<index + 1>(json, wanted);
        std::variant_alternative_t<index, What> value;
        read_into(json, value);
        return value;
    } else {
        json.refuse("no moment");
    }
}

}  // namespace

Json json_of(Moment const& moment) {
    Json json{{"is", names[moment.what.index()]}, {"weight", moment.weight}};
    Json const its_members = std::visit([](auto const& what) { return written(what); }, moment.what);
    for (auto const& [name, value] : its_members.members()) json[name] = value;
    return json;
}

Moment moment_in(JsonReader const& json, int week) {
    std::vector<std::string_view> known;
    for (std::string_view const name : names) known.push_back(name);
    Moment moment{week, what_in(json, json.at("is").one_of(known)), json.at("weight").number()};
    // Who could have turned it: at most three are named, and all of them where they are fewer.
    if (auto const* decision = std::get_if<moment::Decision>(&moment.what);
        decision && decision->tipped.size() != std::min<std::size_t>(decision->tipped_in_all, 3))
        json.at("tipped").refuse("not as many as are named");
    return moment;
}

}  // namespace micropol
