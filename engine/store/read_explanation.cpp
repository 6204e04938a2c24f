#include <algorithm>

#include "scenario/format.h"
#include "store/explanation_json.h"
#include "store/explanation_members.h"
#include "store/moment_json.h"
#include "store/role_name.h"
#include "store/study_record.h"
#include "study/money_json.h"

namespace micropol {

namespace {

// "Sales, level 1, losers", as `whom` has it. People are not named there.
Target target_named(std::string_view text) {
    Target target;
    while (!text.empty()) {
        std::string_view const part = text.substr(0, text.find(", "));
        text.remove_prefix(std::min(text.size(), part.size() + 2));
        auto const number = [&](std::string_view before) {
            std::string_view const rest = part.starts_with(before) ? part.substr(before.size()) : std::string_view();
            int value = 0;
            for (char const digit : rest.substr(0, std::min<std::size_t>(rest.find(' '), 7)))
                value = digit >= '0' && digit <= '9' && value >= 0 ? 10 * value + (digit - '0') : -1;
            return rest.empty() ? -1 : value;
        };
        auto const who = std::ranges::find(who_names, part);
        std::size_t const by = std::min(part.find(" by "), part.size());
        auto const ranking = std::ranges::find(ranking_names, part.substr(std::min(by + 4, part.size())));
        if (who != std::end(who_names))
            target.who = Who(who - std::begin(who_names));
        else if (int const level = number("level "); level >= 0)
            target.levels.push_back(level);
        else if (int const top = number("top "); top > 0 && ranking != std::end(ranking_names))
            target.top = {top, Ranking(ranking - std::begin(ranking_names))};
        else if (part == "one person")
            target.people = {""};
        else if (int const people = number(""); people > 0 && part.ends_with(" people"))
            target.people.resize(std::size_t(people));
        else
            target.departments.emplace_back(part);
    }
    return target;
}

// "mechanisms.ties"; "interventions.0" with its label, "loss compensation (Sales, losers)"; "hiding".
CauseName cause_named(std::string_view key, std::string_view label) {
    constexpr std::string_view mechanism = "mechanisms.";
    if (key.starts_with(mechanism)) return {CauseName::Kind::mechanism, std::string(key.substr(mechanism.size())), {}};
    if (key.find("interventions.") == std::string_view::npos) return {CauseName::Kind::obstacle, std::string(key), {}};
    std::size_t const group = std::min(label.find(" ("), label.size());
    std::string lever(label.substr(0, group));
    std::ranges::replace(lever, ' ', '_');
    bool const aimed = group < label.size() && label.ends_with(')');
    return {CauseName::Kind::intervention, lever,
            aimed ? target_named(label.substr(group + 2, label.size() - group - 3)) : Target{}};
}

class ExplanationReader {
  public:
    ExplanationReader(Json const& json, std::string const& file)
        : document_(json), typed_(document_.find("typed")), file_(file) {}

    Explanation read() {
        constexpr std::string_view kinds[] = {"explanation"};
        (void)document_.at("kind").one_of(kinds);
        read_facts();
        if (auto const part = document_.find("told")) read_told(*part, made_.told.emplace());
        if (auto const part = document_.find("why")) read_why(*part, made_.why.emplace());
        if (auto const part = document_.find("pivotal")) read_pivotal(*part, made_.pivotal.emplace());
        if (auto const part = document_.find("ledger")) read_ledger(*part, made_.ledger.emplace());
        if (auto const part = document_.find("fork")) read_fork(*part, made_.fork.emplace());
        return std::move(made_);
    }

  private:
    [[nodiscard]] std::optional<JsonReader> typed(std::string_view part) const {
        return typed_ ? typed_->find(part) : std::nullopt;
    }

    void read_facts() {
        StudyFacts& facts = made_.facts;
        facts.title = document_.at("title").text(), facts.question = document_.at("question").text();
        facts.strategy = document_.at("strategy").text();
        facts.headcount = document_.at("headcount").whole<std::size_t>(0, std::size_t(most_employees));
        facts.weeks = document_.at("weeks").whole<int>(1, int(longest_horizon)),
        facts.seed = document_.at("seed").whole<std::uint64_t>();
        made_.blocks = document_.at("histories").whole<std::size_t>() / histories_per_block;
        facts.by_person = document_.at("imported").flag(), facts.privacy.names_shown = document_.at("names_shown").flag();
        facts.privacy.smallest_group = document_.at("smallest_group").whole<std::size_t>();
        facts.sees_all = document_.at("upper_bound").flag();
        read_money(document_, facts);
        facts.outcomes = outcomes_named(typed_ ? typed_->at("outcomes").list<std::string>() : keys_in_document(), file_);
        if (!typed_) {
            for (char const* part : {"fork", "pivotal", "why", "told"})
                if (auto const found = document_.find(part)) made_.outcome = outcome_in(found->at("outcome"));
            return;
        }
        made_.outcome = outcome_of(typed_->at("outcome")), made_.less_is_better = typed_->at("less_is_better").flag();
        facts.departments = typed_->at("departments").list<std::string>();
        facts.uncertain = typed_->at("uncertain").list<std::string>();
        facts.numbers = typed_->at("numbers").whole<std::size_t>();
        facts.assumed_numbers = typed_->at("assumed_numbers").whole<std::size_t>();
        facts.privacy.names_shown = typed_->at("names_shown").flag();
    }

    // Of the outcomes that it names, each once.
    std::vector<std::string> keys_in_document() const {
        std::vector<std::string> keys;
        auto const add = [&](JsonReader const& outcome) {
            std::string const& key = outcome.at("key").text();
            if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
        };
        if (auto const fork = document_.find("fork")) std::ranges::for_each(fork->at("outcomes").items(), add);
        if (auto const told = document_.find("told")) std::ranges::for_each(told->at("weekly").items(), add);
        for (char const* part : {"told", "why", "pivotal", "fork"})
            if (auto const found = document_.find(part)) add(found->at("outcome"));
        return keys;
    }

    std::size_t outcome_of(JsonReader const& key) const { return key.one_of(keys_of(made_.facts.outcomes)); }
    std::size_t outcome_in(JsonReader const& outcome) const { return outcome_of(outcome.at("key")); }

    static std::vector<Moment> chronicle_in(JsonReader const& json) {
        std::vector<Moment> moments;
        for (JsonReader const& item : json.items())
            moments.push_back(moment_in(item.at("moment"), item.at("week").whole<int>(0, int(longest_horizon))));
        return moments;
    }

    template <class Value>
    static std::vector<Value> of_each(JsonReader const& json, std::size_t wanted) {
        std::vector<Value> values = json.list<Value>();
        if (values.size() != wanted)
            json.refuse(Message("{0} values, not {1}", {name(std::to_string(values.size())), name(std::to_string(wanted))}));
        return values;
    }

    static Network network_in(JsonReader const& json) {
        Network network;
        read_into(json.at("people"), network.people);
        std::size_t const people = network.people.size();
        for (JsonReader const& tie : json.at("ties").items()) {
            auto const parts = tie.items(3);
            if (people == 0) tie.refuse("between nobody");
            network.links.push_back(
                {parts[0].whole<std::size_t>(0, people - 1), parts[1].whole<std::size_t>(0, people - 1), parts[2].real<float>()});
        }
        for (JsonReader const& frame : json.at("frames").items()) {
            network.frames.push_back({frame.at("week").whole<int>(), of_each<int>(frame.at("coalition"), people),
                                      of_each<float>(frame.at("attitude"), people), of_each<int>(frame.at("stage"), people),
                                      of_each<float>(frame.at("power"), people)});
        }
        return network;
    }

    void read_told(JsonReader const& json, Told& told) const {
        auto const weeks = std::size_t(made_.facts.weeks);
        told.chosen = {json.at("which").text(), json.at("block").whole<std::uint32_t>(),
                       json.at("history").whole<int>(0, histories_per_block - 1), json.at("outcome").at("value").number()};
        told.chronicle = chronicle_in(json.at("chronicle"));
        for (JsonReader const& series : json.at("weekly").items())
            told.weekly.push_back({outcome_in(series), of_each<float>(series.at("values"), weeks)});
        told.network = network_in(json.at("network"));
    }

    void read_why(JsonReader const& json, Attribution& why) const {
        why.outcome = outcome_in(json.at("outcome"));
        why.with_all = estimate_in(json.at("with_all")), why.with_none = estimate_in(json.at("with_none"));
        why.total = estimate_in(json.at("total"));
        for (JsonReader const& factor : json.at("factors").items()) {
            std::string const& key = factor.at("key").text();
            why.causes.push_back({.key = key,
                                  .name = cause_named(key, factor.at("label").text()),
                                  .share = estimate_in(factor.at("share")),
                                  .alone = estimate_in(factor.at("alone")),
                                  .blocks = {}});
        }
        why.blocks = why.total.blocks;
        auto const rest = typed("why");
        if (!rest) return;
        why.blocks = rest->at("blocks").whole<std::size_t>();
        auto const shares = rest->at("shares").items(why.causes.size());
        for (std::size_t k = 0; k < shares.size(); ++k) why.causes[k].blocks = shares[k].list<double>();
    }

    void read_pivotal(JsonReader const& json, Pivotal& pivotal) const {
        pivotal.outcome = outcome_in(json.at("outcome")), pivotal.threshold = json.at("threshold").number();
        read_into(json.at("people"), pivotal.people);
        for (JsonReader const& week : json.at("weeks").items())
            pivotal.weeks.push_back(
                {week.at("week").whole<int>(), estimate_in(week.at("flips")), estimate_in(week.at("change"))});
        if (auto const block = json.find("block")) pivotal.block = block->whole<std::uint32_t>();
        if (auto const decided = json.find("decided")) pivotal.decided = decided->whole<int>();
        if (pivotal.decided && pivotal.weeks.empty()) json.at("decided").refuse("without weeks");
        auto const rest = typed("pivotal");
        if (rest) pivotal.can_win_over = rest->at("can_win_over").flag();
    }

    // rest: what only a file of results has of it.
    static Relief relief_in(JsonReader const& json, std::optional<JsonReader> const& rest) {
        Relief relief{.share = estimate_in(json.at("share")), .wanted = json.at("wanted").number()};
        if (rest) relief.attitude = estimate_in(rest->at("attitude"));
        auto const offers = json.at("smallest").items();
        auto const targets = rest ? rest->at("targets").items(offers.size()) : std::vector<JsonReader>{};
        for (std::size_t k = 0; k < offers.size(); ++k) {
            SmallestOffer& offer = relief.offers.emplace_back();
            offer.levers = offers[k].at("levers").list<std::string>();
            if (rest)
                read_into(targets[k], offer.target);
            else
                offer.target = target_named(offers[k].at("target").text());
            read_into(offers[k].at("intensity"), offer.intensity);
            offer.remaining = estimate_in(offers[k].at("remaining")), offer.effect = estimate_in(offers[k].at("effect"));
            if (auto const cost = offers[k].find("cost")) offer.cost = estimate_in(*cost);
            if (auto const attitude = offers[k].find("attitude")) offer.attitude = estimate_in(*attitude);
        }
        return relief;
    }

    // Of each goal one.
    static void require_goals(JsonReader const& json, auto const& stakes) {
        for (auto const& stake : stakes)
            if (stake.by_goal.size() != ledger_goal_count) json.refuse("not every goal, or more");
    }

    void read_ledger(JsonReader const& json, Ledger& ledger) const {
        for (JsonReader const& goal : json.at("goals").items(ledger_goal_count)) (void)goal.one_of(ledger_goals);
        read_into(json.at("departments"), ledger.departments), read_into(json.at("roles"), ledger.roles);
        for (GroupStake& role : ledger.roles)
            if (auto const its = role_named(role.name)) role.level = its->level;
        read_into(json.at("people"), ledger.people);
        require_goals(json.at("departments"), ledger.departments), require_goals(json.at("roles"), ledger.roles);
        require_goals(json.at("people"), ledger.people);
        ledger.groups_hidden = json.at("groups_hidden").whole<std::size_t>(), ledger.threshold = json.at("threshold").number();
        auto const rest = typed("ledger");
        auto const part = [&](char const* key) { return rest ? rest->find(key) : std::nullopt; };
        ledger.blocks = rest ? rest->at("blocks").whole<std::size_t>() : made_.blocks;
        ledger.outcome = rest ? outcome_of(rest->at("outcome")) : made_.outcome;
        ledger.failing = relief_in(json.at("failing"), part("failing"));
        if (auto const blocked = json.find("blocked")) ledger.blocked = relief_in(*blocked, part("blocked"));
        if (auto const block = json.find("block")) ledger.block = block->whole<std::uint32_t>();
        auto const blockers = json.at("blockers").items();
        auto const of_blockers = rest ? rest->at("blockers").items(blockers.size()) : std::vector<JsonReader>{};
        for (std::size_t k = 0; k < blockers.size(); ++k) {
            Relief opposes = relief_in(blockers[k].at("opposes"), rest ? std::optional(of_blockers[k]) : std::nullopt);
            opposes.attitude = estimate_in(blockers[k].at("attitude"));
            ledger.blockers.push_back({blockers[k].at("id").text(), blockers[k].at("department").text(),
                                       blockers[k].at("level").whole<int>(), std::move(opposes)});
        }
    }

    void read_fork(JsonReader const& json, Fork& fork) const {
        fork.at_week = json.at("at_week").whole<int>(0, made_.facts.weeks), fork.then = json.at("then").list<std::string>();
        std::size_t const outcomes = made_.facts.outcomes.size();
        for (JsonReader const& one : json.at("outcomes").items(outcomes)) {
            if (outcome_in(one) != fork.as_it_was.size()) one.refuse("an outcome in another place");
            fork.as_it_was.push_back(estimate_in(one.at("as_it_was"))),
                fork.otherwise.push_back(estimate_in(one.at("otherwise")));
            fork.difference.push_back(estimate_in(one.at("difference")));
        }
        fork.better_in = estimate_in(json.at("more_in"));
        fork.chronicle = chronicle_in(json.at("chronicle"));
        JsonReader const weekly = json.at("weekly");
        fork.weekly_as_it_was = weekly.at("as_it_was").list<float>();
        bool const has_weeks = !fork.weekly_as_it_was.empty();  // where a history is told
        if (has_weeks) fork.weekly_as_it_was = of_each<float>(weekly.at("as_it_was"), std::size_t(made_.facts.weeks));
        fork.weekly_otherwise = of_each<float>(weekly.at("otherwise"), fork.weekly_as_it_was.size());
        auto const rest = typed("fork");
        if (!rest) return;
        std::size_t const told = has_weeks ? outcomes : 0;
        fork.told_as_it_was = of_each<double>(rest->at("told_as_it_was"), told);
        fork.told_otherwise = of_each<double>(rest->at("told_otherwise"), told);
    }

    JsonReader document_;
    std::optional<JsonReader> typed_;
    std::string const& file_;
    Explanation made_;
};

}  // namespace

Explanation explanation_of(Json const& json, std::string const& file) { return ExplanationReader(json, file).read(); }

}  // namespace micropol
