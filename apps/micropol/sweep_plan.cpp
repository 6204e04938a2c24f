#include "micropol/sweep_plan.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "micropol/scenario_options.h"
#include "study/compare/compare.h"

namespace micropol::app {

namespace {

constexpr double most_points = 1e6;

// Useful within a minute or so for some 240 employees: histories of a point, points (rows, trajectories), levels.
struct Usual {
    int histories;
    std::size_t size, levels;
};
constexpr Usual usual(Design design) {
    switch (design) {
        case Design::morris: return {32, 30, 4};
        case Design::sobol: return {32, 64, 0};
        case Design::latin_hypercube:
        case Design::sobol_sequence: return {32, 512, 0};
        case Design::grid:
        case Design::one_at_a_time: return {256, 0, 5};
        case Design::list: break;
    }
    return {256, 0, 0};
}

Design design_named(std::string name, std::optional<Place> const& place) {
    std::ranges::replace(name, '-', '_');
    if (name == "saltelli") return Design::sobol;
    auto const found = std::ranges::find(design_names, name);
    if (found != std::end(design_names)) return Design(found - std::begin(design_names));
    std::string const guess = did_you_mean(name, std::span<std::string_view const>(design_names));
    std::string const known = listed(std::span<std::string_view const>(design_names));
    if (place) throw InvalidInput(Problem{*place, "there is no design '" + name + "'", "designs are " + known, guess});
    throw WrongUsage("--design takes " + known + ", not '" + name + "'" + (guess.empty() ? "" : ", " + guess));
}

Design parse_design(Arguments const& arguments, StudyFile const& study) {
    if (auto const name = arguments.value("design")) return design_named(*name, std::nullopt);
    if (arguments.has("list")) return Design::list;
    if (study.design) return design_named(study.design->text, study.design->place);
    return study.list ? Design::list : Design::morris;
}

// Problems of a study file have a place; what the command line says wrongly is wrong usage.
void complain(std::optional<Place> const& place, std::string const& option, std::string const& what, std::string const& why,
              std::string const& guess, std::vector<Problem>& problems) {
    if (!place)
        throw WrongUsage(option + ": " + what + (why.empty() ? "" : " (" + why + ")") + (guess.empty() ? "" : ", " + guess));
    problems.push_back({*place, what, why, guess});
}

std::optional<std::size_t> outcome_named(std::string const& key, Model const& model, std::optional<Place> const& place,
                                         std::vector<Problem>& problems) {
    if (auto const outcome = position_of(key, model.outcomes())) return outcome;
    std::vector<std::string_view> const known = keys_of(model.outcomes());
    complain(place, "--by", "the scenario records no outcome '" + key + "'", "see micropol describe outcomes",
             did_you_mean(key, std::span<std::string_view const>(known)), problems);
    return std::nullopt;
}

void set_outcomes(SweepDefinition& definition, StudyFile const& study, Arguments const& arguments, Model const& model,
                  std::vector<Problem>& problems) {
    auto const add = [&](std::string const& key, std::optional<Place> const& place) {
        auto const outcome = outcome_named(key, model, place, problems);
        if (outcome && std::ranges::count(definition.outcomes, *outcome) == 0) definition.outcomes.push_back(*outcome);
    };
    for (std::string const& key : arguments.values("by")) add(key, std::nullopt);
    if (!definition.outcomes.empty()) return;
    for (StudyFile::Text const& asked : study.outcomes) add(asked.text, asked.place);
    if (study.outcomes.empty()) add("substantive", std::nullopt);
}

std::optional<double> parse_number(Arguments const& arguments, std::string const& option) {
    auto const text = arguments.value(option);
    if (!text) return std::nullopt;
    double value = 0;
    auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc{} || end != text->data() + text->size() || !std::isfinite(value))
        throw WrongUsage("--" + option + " takes a number, not '" + *text + "'");
    return value;
}

void set_failure(SweepDefinition& definition, StudyFile const& study, Arguments const& arguments, Model const& model,
                 std::vector<Problem>& problems) {
    auto const below = parse_number(arguments, "fails-below"), above = parse_number(arguments, "fails-above");
    if (below && above) throw WrongUsage("--fails-below and --fails-above exclude each other");
    if (definition.outcomes.empty()) return;
    if (below || above) {
        definition.fails_when = {definition.outcomes.front(), below ? *below : *above, above.has_value()};
    } else if (study.fails_when) {
        StudyFile::Limit const& limit = *study.fails_when;
        auto const outcome = limit.outcome.empty() ? std::optional(definition.outcomes.front())
                                                   : outcome_named(limit.outcome, model, limit.place, problems);
        if (outcome) definition.fails_when = {*outcome, limit.level, limit.above};
    }
}

std::string parse_strategy(std::string const& name) { return name == no_strategy ? "" : name; }

void set_strategies(SweepDefinition& definition, StudyFile const& study, Arguments const& arguments, Scenario const& scenario,
                    std::vector<Problem>& problems) {
    std::vector<std::string> known{std::string(no_strategy)};
    for (Strategy const& strategy : scenario.strategies) known.push_back(strategy.name);
    auto const named = [&](std::string const& option,
                           std::optional<StudyFile::Text> const& in_file) -> std::optional<std::string> {
        auto const written = arguments.value(option);
        if (!written && !in_file) return std::nullopt;
        std::string const name = written ? *written : in_file->text;
        if (std::ranges::find(known, name) == known.end())
            problems.push_back({written ? Place{"--" + option + " " + name} : in_file->place,
                                "there is no strategy '" + name + "'", "the scenario has " + listed(known),
                                did_you_mean(name, known)});
        return parse_strategy(name);
    };
    definition.strategy = named("strategy", study.strategy).value_or("");
    definition.against = named("against", study.against);
    if (definition.against == definition.strategy && problems.empty())
        problems.push_back({arguments.has("against") ? Place{"--against"} : study.against->place,
                            "a strategy does not differ from itself", "", "name two"});
}

void set_sizes(SweepDefinition& definition, StudyFile const& study, Arguments const& arguments) {
    Usual const sizes = usual(definition.design);
    auto const in_file = [](std::optional<StudyFile::Count> const& count, std::size_t otherwise) {
        return count ? std::size_t(count->value) : otherwise;
    };
    auto const points = arguments.whole_number("points", 1, (long long)(most_points));
    definition.size = points ? std::size_t(*points) : in_file(study.size, sizes.size);
    auto const levels = arguments.whole_number("levels", 2, 1000);
    definition.levels = levels ? std::size_t(*levels) : in_file(study.levels, sizes.levels);
    definition.second_order = arguments.has("second-order") || study.second_order;
    if (definition.second_order && definition.design != Design::sobol)
        throw WrongUsage("--second-order goes with --design sobol");
    if (definition.design == Design::morris && definition.levels % 2 != 0)
        throw WrongUsage("design morris needs an even number of levels");
    if (definition.design != Design::list && arguments.has("list")) throw WrongUsage("--list goes with --design list");
    if (definition.design == Design::list && !arguments.has("list") && !study.list)
        throw WrongUsage("design list needs --list FILE.csv, with a column for each path");
}

}  // namespace

SweepRequest parse_sweep(Arguments const& arguments) {
    std::filesystem::path const file = arguments.positional(1, 1, "a scenario or study file").front();
    StudyFile study;
    study.scenario = file;
    if (is_study_file(file)) study = read_study_file(file, arguments.has("allow-outside"));
    Design const design = parse_design(arguments, study);
    // Not as many histories as the scenario asks for: there are many points.
    std::vector<Override> before{
        {"runs.histories", std::to_string(study.histories ? study.histories->value : usual(design).histories)}};
    if (study.seed) before.push_back({"runs.seed", std::to_string(study.seed->value)});
    auto const scenario = study.scenario;
    return {std::move(study), design, scenario_with_options(scenario, arguments, std::move(before))};
}

SweepDefinition sweep_definition(SweepRequest const& request, Arguments const& arguments) {
    StudyFile const& study = request.study;
    Scenario const scenario = request.source.read();
    SweepDefinition definition;
    definition.question = study.question, definition.claim = study.claim, definition.source = study.source;
    definition.design = request.design, definition.seed = scenario.seed;
    std::vector<Problem> problems;
    set_strategies(definition, study, arguments, scenario, problems);
    Model const model(scenario, problems.empty() ? definition.strategy : "");
    definition.blocks = model.blocks();
    set_outcomes(definition, study, arguments, model, problems);
    set_failure(definition, study, arguments, model, problems);
    set_sizes(definition, study, arguments);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    if (definition.design == Design::list) {
        auto const named = arguments.value("list");
        auto [factors, points] = listed_points(
            named ? std::filesystem::path(*named) : study.file.parent_path() / study.list->text, request, definition);
        definition.factors = std::move(factors), definition.listed = std::move(points);
    } else {
        definition.factors = swept_factors(request, arguments, definition);
    }
    if (arguments.value("strategy") && std::ranges::count(definition.factors, strategy_path, &Factor::path) > 0)
        throw WrongUsage("the strategy is a factor: --strategy cannot fix it");
    if (double const count = count_of_points(definition) * double(definition.arms()); count > most_points)
        throw InvalidInput(Problem{{study.file.empty() ? scenario.file.string() : study.file.string()},
                                   "this design has more than a million points",
                                   std::to_string(definition.factors.size()) + " factors",
                                   "sweep fewer factors with --factor, or take --design morris"});
    return definition;
}

}  // namespace micropol::app
