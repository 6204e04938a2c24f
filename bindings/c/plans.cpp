#include "plans.h"

#include <algorithm>

#include "organisation/csv.h"

namespace micropol::c {

namespace {

constexpr std::string_view runs[] = {"strategy", "threads"};
constexpr std::string_view comparisons[] = {"strategies",    "variants",     "by",     "less_is_better", "until_ci",
                                            "until_decided", "indifference", "capped", "weekly",         "threads"};
constexpr std::string_view sweeps[] = {
    "factors", "all_assumptions", "design",  "points",      "levels",      "second_order", "list",
    "by",      "strategy",        "against", "fails_below", "fails_above", "threads"};
constexpr std::string_view explanations[] = {"strategy",  "by",     "less_is_better", "history", "why",  "factors", "pivotal",
                                             "threshold", "ledger", "failing",        "at_week", "then", "threads"};
constexpr std::string_view calibrations[] = {"evidence", "strategy",  "factors", "assumptions", "hold_out_from", "hold_out_wave",
                                             "draws",    "particles", "waves",   "draws_each",  "threads"};
constexpr std::string_view decisions[] = {"by", "less_is_better", "good_enough", "money_per"};
constexpr std::string_view loads[] = {"set", "allow_outside", "show_names", "group_size"};
constexpr std::string_view news[] = {"set",        "allow_outside", "show_names", "group_size", "ties",
                                     "reports_to", "columns",       "drop",       "undirected", "as_of"};
constexpr std::string_view variants[] = {"name", "strategy", "set"};

constexpr std::size_t most_threads = 4096, most_points = 1'000'000, most_levels = 1000;

void require_known(JsonReader const& object, std::span<std::string_view const> known) {
    std::vector<Problem> problems;
    for (auto const& [key, value] : object.members())
        if (std::ranges::find(known, std::string_view(key)) == known.end())
            problems.push_back({{"plan"}, Message("unknown key '{0}'", {name(key)}), listed(known), did_you_mean(key, known)});
    if (!problems.empty()) throw InvalidInput(std::move(problems));
}

// As a scenario's file would have it: YAML reads what JSON writes.
std::string written(JsonReader const& value) {
    Json const& json = value.json();
    if (json.is_string()) return json.text();
    if (json.is_bool()) return json.boolean() ? "on" : "off";
    return json.dump();
}

std::size_t one_of(JsonReader const& value, std::span<std::string_view const> known) {
    auto const found = std::ranges::find(known, std::string_view(value.text()));
    if (found == known.end())
        throw InvalidInput(Problem{{"plan"}, name(value.text()), listed(known), did_you_mean(value.text(), known)});
    return std::size_t(found - known.begin());
}

Variant variant_in(JsonReader const& json) {
    require_known(json, variants);
    Variant variant{.name = json.at("name").text(), .strategy = ""};
    if (auto const strategy = json.find("strategy"))
        variant.strategy = strategy->text(), variant.meaning = "strategy=" + variant.strategy;
    if (auto const settings = json.find("set"))
        for (Override const& one : overrides_in(*settings)) {
            variant.changes.emplace_back(one);
            variant.meaning += (variant.meaning.empty() ? "" : ", ") + one.path + "=" + one.value;
        }
    return variant;
}

std::vector<Factor> factors_in(JsonReader const& json, ScenarioSource const& source, std::vector<Problem>& problems) {
    std::vector<Factor> factors;
    for (auto const& [path, values] : json.members())
        if (auto factor = read_factor(path, written(values), "factors " + path, swept_field(source, path), problems))
            factors.push_back(std::move(*factor));
    return factors;
}

std::variant<HistoryRank, HistoryNumber> history_in(JsonReader const& json) {
    if (json.json().is_string()) return HistoryRank(one_of(json, history_rank_names));
    auto const numbers = json.items(2);
    return HistoryNumber{numbers[0].whole<std::uint32_t>(), numbers[1].whole<int>(0, histories_per_block - 1)};
}

}  // namespace

std::span<std::string_view const> const run_fields = runs, compare_fields = comparisons, sweep_fields = sweeps,
                                        explain_fields = explanations, calibrate_fields = calibrations, decide_fields = decisions,
                                        load_fields = loads, new_fields = news;

Plan::Plan(char const* text, std::span<std::string_view const> known)
    : json_(text == nullptr ? Json::object() : Json::parse(text)), reader_(json_) {
    require_known(reader_, known);
}

bool Plan::flag(std::string_view key) const {
    auto const found = find(key);
    return found && found->flag();
}

std::optional<std::string> Plan::text(std::string_view key) const {
    auto const found = find(key);
    return found ? std::optional(found->text()) : std::nullopt;
}

std::vector<std::string> Plan::texts(std::string_view key) const {
    auto const found = find(key);
    return found ? found->list<std::string>() : std::vector<std::string>{};
}

std::optional<double> Plan::number(std::string_view key) const {
    auto const found = find(key);
    return found ? std::optional(found->real<double>()) : std::nullopt;
}

std::vector<Override> overrides_in(JsonReader const& settings) {
    std::vector<Override> overrides;
    for (auto const& [path, value] : settings.members()) overrides.push_back({path, written(value)});
    return overrides;
}

ReadOptions read_options_of(Plan const& plan) {
    ReadOptions options;
    options.allow_outside = plan.flag("allow_outside"), options.privacy.names_shown = plan.flag("show_names");
    if (auto const settings = plan.find("set")) options.overrides = overrides_in(*settings);
    if (auto const size = plan.whole<std::size_t>("group_size", 1, most_points)) options.privacy.smallest_group = *size;
    return options;
}

ImportPlan import_plan_of(Plan const& plan, std::filesystem::path people) {
    ImportPlan import;
    import.people = std::move(people);
    for (std::string const& ties : plan.texts("ties")) import.ties.emplace_back(ties);
    import.reports_to = plan.text("reports_to").value_or("");
    import.undirected = plan.flag("undirected");
    if (auto const columns = plan.find("columns"))
        for (auto const& [known, column] : columns->members()) import.columns[known] = column.text();
    if (auto const drop = plan.find("drop"))
        for (JsonReader const& misfit : drop->items()) import.drop.set(one_of(misfit, misfit_names()));
    import.as_of = plan.text("as_of").value_or("");
    return import;
}

int threads_of(Plan const& plan) { return int(plan.whole<std::size_t>("threads", 1, most_threads).value_or(0)); }

RunPlan run_plan_of(Plan const& plan) { return {.strategy = plan.text("strategy").value_or("")}; }

ComparePlan compare_plan_of(Plan const& plan) {
    ComparePlan compare{.strategies = plan.texts("strategies"),
                        .by = plan.text("by").value_or("substantive"),
                        .less_is_better = plan.flag("less_is_better"),
                        .capped = plan.flag("capped")};
    if (auto const all = plan.find("variants"))
        for (JsonReader const& one : all->items()) compare.variants.push_back(variant_in(one));
    auto const width = plan.number("until_ci"), indifference = plan.number("indifference");
    if (width && plan.flag("until_decided")) throw InvalidPlan("until_ci", "until_ci and until_decided exclude each other");
    if (indifference && !plan.flag("until_decided")) throw InvalidPlan("indifference", "it goes with until_decided");
    if (width) compare.until = Stopped::Rule::narrow, compare.aim = width;
    if (plan.flag("until_decided")) compare.until = Stopped::Rule::selected, compare.aim = indifference;
    return compare;
}

Design design_in(Plan const& plan) {
    if (auto const design = plan.find("design")) return Design(one_of(*design, design_names));
    return plan.has("list") ? Design::list : Design::morris;
}

SweepPlan sweep_plan_of(Plan const& plan, ScenarioSource const& source) {
    SweepPlan sweep{.all_assumptions = plan.flag("all_assumptions"),
                    .design = design_in(plan),
                    .size = plan.whole<std::size_t>("points", 1, most_points),
                    .levels = plan.whole<std::size_t>("levels", 2, most_levels),
                    .second_order = plan.flag("second_order")};
    std::vector<Problem> problems;
    if (auto const factors = plan.find("factors")) sweep.factors = factors_in(*factors, source, problems);
    if (auto const list = plan.text("list")) sweep.list = parse_csv(*list, "list", problems);
    if (auto const strategy = plan.text("strategy")) sweep.strategy = {*strategy, {"strategy"}};
    if (auto const against = plan.text("against")) sweep.against = {*against, {"against"}};
    for (std::string const& key : plan.texts("by")) sweep.outcomes.push_back({key, {"by"}});
    auto const below = plan.number("fails_below"), above = plan.number("fails_above");
    if (below && above) throw InvalidPlan("fails_below", "fails_below and fails_above exclude each other");
    if (below) sweep.fails_when = SweepPlan::Fails{.level = *below};
    if (above) sweep.fails_when = SweepPlan::Fails{.level = *above, .above = true};
    if (!problems.empty()) refuse(std::move(problems), source, sweep);
    return sweep;
}

ExplainPlan explain_plan_of(Plan const& plan) {
    std::string const strategy = plan.text("strategy").value_or("");
    ExplainPlan explain{.what = {strategy.empty() ? std::string(no_strategy) : strategy, strategy},
                        .by = plan.text("by"),
                        .less_is_better = plan.flag("less_is_better"),
                        .why = plan.flag("why"),
                        .factors = plan.texts("factors"),
                        .pivotal = plan.flag("pivotal"),
                        .threshold = plan.number("threshold"),
                        .ledger = plan.flag("ledger"),
                        .failing = plan.number("failing")};
    if (auto const history = plan.find("history")) explain.history = history_in(*history);
    auto const week = plan.whole<int>("at_week", 0, std::numeric_limits<int>::max());
    if (!week && plan.has("then")) throw InvalidPlan("at_week", "then needs at_week, the week from which on it is done");
    if (week) explain.fork = parse_fork(*week, plan.texts("then"));
    return explain;
}

std::vector<NumberAsked> numbers_asked(Plan const& plan) {
    std::vector<NumberAsked> asked;
    if (auto const factors = plan.find("factors"))
        for (auto const& [path, values] : factors->members()) {
            NumberAsked one{.path = path, .place = "factors " + path};
            if (!values.json().is_null()) one.values = written(values);
            asked.push_back(std::move(one));
        }
    return asked;
}

CalibratePlan calibrate_plan_of(Plan const& plan) {
    CalibratePlan calibrate{.strategy = plan.text("strategy").value_or(""), .hold_out_wave = plan.text("hold_out_wave")};
    calibrate.hold_out_from = plan.whole<int>("hold_out_from", 1, std::numeric_limits<int>::max());
    auto const read = [&](std::string_view field, std::size_t& value, std::size_t least) {
        value = plan.whole<std::size_t>(field, least, most_points).value_or(value);
    };
    read("draws", calibrate.table, smallest_table), read("particles", calibrate.particles, smallest_table);
    read("waves", calibrate.waves, 0), read("draws_each", calibrate.settings_each, least_settings_each);
    return calibrate;
}

DecisionPlan decision_plan_of(Plan const& plan) {
    DecisionPlan decision{.by = plan.text("by"),
                          .less_is_better = plan.flag("less_is_better"),
                          .good_enough = plan.number("good_enough"),
                          .money_per = plan.number("money_per")};
    for (std::string_view const field : {"less_is_better", "good_enough", "money_per"})
        if (!decision.by && plan.has(field)) throw InvalidPlan(std::string(field), "it goes with by");
    if (decision.money_per && !(*decision.money_per > 0)) throw InvalidPlan("money_per", "an amount above 0 is needed");
    return decision;
}

}  // namespace micropol::c
