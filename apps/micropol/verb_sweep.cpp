#include <algorithm>
#include <charconv>
#include <cmath>
#include <iostream>

#include "micropol/before_running.h"
#include "micropol/log.h"
#include "micropol/posterior_option.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/wording.h"
#include "organisation/csv.h"
#include "study/sweep/sweep.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "jsonl", "csv", "markdown"};

// ------------------------------------------------------------------------------------- what is asked for

Design parse_design(Arguments const& arguments, StudyFile const& study, std::vector<Problem>& problems) {
    auto const name = arguments.value("design");
    if (!name) return arguments.has("list") ? Design::list : design_of(study, problems);
    if (auto const design = design_named(*name)) return *design;
    refuse_value("design", *name, design_names);
}

double parse_number(std::string const& option, std::string const& text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        throw WrongUsage(Message("--{0} takes a number, not '{1}'", {name(option), name(text)}));
    return value;
}

std::vector<Factor> parse_factors(Arguments const& arguments, ScenarioSource const& source, std::vector<Problem>& problems) {
    std::vector<Factor> factors;
    for (std::string const& text : arguments.values("factor")) {
        auto const equals = text.find('=');
        if (equals == std::string::npos || equals == 0)
            throw WrongUsage(
                Message("--factor takes a path and values, as in --factor culture.rivalry=0.1..0.6, not '{0}'", {name(text)}));
        std::string const path = text.substr(0, equals);
        if (auto factor = read_factor(path, std::string_view(text).substr(equals + 1), "--factor " + text,
                                      swept_field(source, path), problems))
            factors.push_back(std::move(*factor));
    }
    return factors;
}

// Over what a study file says, if one was named.
void apply(Arguments const& arguments, SweepPlan& plan, std::vector<Problem>& problems) {
    if (auto const points = arguments.whole_number("points", 1, 1'000'000)) plan.size = std::size_t(*points);
    if (auto const levels = arguments.whole_number("levels", 2, 1000)) plan.levels = std::size_t(*levels);
    plan.second_order |= arguments.has("second-order");
    auto const strategy = [&](std::string const& option) -> std::optional<Named> {
        auto const name = arguments.value(option);
        return name ? std::optional(Named{*name, {"--" + option + " " + *name}}) : std::nullopt;
    };
    if (auto const named = strategy("strategy")) plan.strategy = *named;
    if (auto const named = strategy("against")) plan.against = named;
    plan.all_assumptions |= arguments.has("all-assumptions");
    if (arguments.has("by")) plan.outcomes.clear();
    for (std::string const& key : arguments.values("by")) plan.outcomes.push_back({key, {}});
    auto const below = arguments.value("fails-below"), above = arguments.value("fails-above");
    if (below && above) throw WrongUsage("--fails-below and --fails-above exclude each other");
    if (below) plan.fails_when = SweepPlan::Fails{.level = parse_number("fails-below", *below)};
    if (above) plan.fails_when = SweepPlan::Fails{.level = parse_number("fails-above", *above), .above = true};
    if (auto const file = arguments.value("list")) {
        std::string const text = read_text(*file, problems);
        if (!text.empty()) plan.list = parse_csv(text, *file, problems);
    }
}

struct Asked {
    ScenarioSource source;
    SweepPlan plan;
};

Asked parse_sweep(Arguments const& arguments) {
    std::filesystem::path const file = arguments.positional(1, 1, "a scenario or study file").front();
    StudyFile study;
    study.scenario = file;
    if (is_study_file(file)) study = read_study_file(file, arguments.has("allow-outside"));
    std::vector<Problem> problems;
    Design const design = parse_design(arguments, study, problems);
    // What comes instead of it is not read.
    if (arguments.has("factor")) study.factors.clear();
    if (arguments.has("list")) study.list.reset();
    study.design.reset();
    ScenarioSource source = scenario_with_options(study.scenario, arguments, runs_of(study, design));
    std::vector<Factor> factors = parse_factors(arguments, source, problems);
    SweepPlan plan = plan_of(study, source, problems);
    plan.design = design;
    std::ranges::move(factors, std::back_inserter(plan.factors));
    apply(arguments, plan, problems);
    if (!problems.empty()) refuse(std::move(problems), source, plan);
    return {std::move(source), std::move(plan)};
}

// ------------------------------------------------------------------------------------- what comes of it

void describe(Forecast const& forecast, SweepDefinition const& definition, int threads) {
    Model const& model = *forecast.models.front();
    log::print(name(model.scenario().name));
    log::print(Message(definition.against ? "{0}, design {1}: {2} × {3} of each of two strategies, {4}; {5}, {6}, seed {7}"
                                          : "{0}, design {1}: {2} × {3}, {4}; {5}, {6}, seed {7}",
                       {counted("{0} factors", definition.factors.size()), name(design_names[std::size_t(definition.design)]),
                        counted("{0} points", std::uint64_t(count_of_points(definition))),
                        counted("{0} histories", std::uint64_t(definition.blocks) * histories_per_block),
                        counted("{0} blocks of sixteen", forecast.blocks), counted("{0} employees", model.headcount()),
                        counted("{0} weeks", std::uint64_t(model.scenario().weeks)), number(definition.seed)}));
    for (Factor const& factor : definition.factors)
        log::print(name("        " + factor.path + "  " + written_at(factor, 0) + " … " + written_at(factor, 1)));
    print_costs(forecast, threads);
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    (void)parse_threads(arguments);  // the command line is checked before any file is read
    auto [source, plan] = parse_sweep(arguments);
    Session session(call, std::move(source), arguments.has("runs"));
    if (arguments.has("dry-run")) {
        Forecast const expected = forecast(session.runner().source(), plan);
        session.check(expected);
        describe(expected, definition_of(session.runner().source(), plan), session.threads());
        return done;
    }
    auto const swept = sweep(session.runner(), plan);
    if (!session.complete(swept.has_value())) return session.code();
    if (prints_result(arguments)) std::cout << show(*swept, format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    {"factor", "PATH=VALUES",
     "what to vary: 0.1..0.8, {uniform: [0.1, 0.8]}, or words such as on, off; the path 'strategy' takes strategies",
     "every uncertain parameter of the scenario", true},
    {"all-assumptions", "", "with drawn assumptions, also vary every number that the scenario leaves open"},
    {"design", "grid|one_at_a_time|latin_hypercube|sobol_sequence|morris|sobol|list", "design of the experiment", "morris"},
    {"points", "N", "number of points (sobol: rows; morris: trajectories)", "512; sobol: 64; morris: 30"},
    {"levels", "N", "number of values of each factor, for grid, one_at_a_time and morris", "5; morris: 4"},
    {"second-order", "", "with --design sobol: effects of pairs as well"},
    {"list", "FILE.csv", "the points of design list: a column for each path"},
    {"by", "OUTCOME", "outcome to analyse", "substantive", true},
    {"strategy", "NAME", "one of the scenario's strategies", "none"},
    {"against", "NAME", "analyse the difference to this strategy (or none) in the same blocks"},
    {"fails-below", "X", "a point fails if its mean is below X, in the outcome's unit"},
    {"fails-above", "X", "a point fails if its mean is above X"},
    set_option,
    assumptions_option,
    posterior_option,
    prior_option,
    {"runs", "N", "number of histories of each point, rounded up to whole blocks of sixteen",
     "32; 256 where all points share their blocks"},
    seed_option,
    threads_option,
    weeks_option,
    output_option,
    shard_option,
    listed_format_option,
    no_progress_option,
    dry_run_option,
    allow_outside_option,
};

constexpr std::string_view examples[] = {
    "sweep scenarios/marketing_sales.yaml",
    "which of its uncertain parameters decide adoption, by Morris' elementary effects",
    "sweep scenarios/marketing_sales.yaml --strategy bundle --design sobol",
    "how much each of them explains, alone and with others, and how much is chance",
    "sweep scenarios/marketing_sales.yaml --strategy compensate_and_train --against bundle --design latin_hypercube",
    "which assumptions change the winner, and where the first strategy loses",
    "sweep scenarios/marketing_sales.yaml --design grid --factor governance.executive_pressure=0..1 --factor "
    "governance.moderation=0..1",
    "pressure and moderation, five levels each, all 25 points under common random numbers",
    "sweep scenarios/marketing_sales.yaml --design grid --factor 'strategy=none, pressure, bundle' --factor "
    "'governance.rule=committee, ceo, customer'",
    "words as well as numbers",
    "sweep scenarios/studies/what_decides_adoption.yaml --format csv",
    "a study file: question, scenario, factors and design in one place; one row for each point",
};

}  // namespace

extern Verb const sweep_verb;
constinit Verb const sweep_verb{
    "sweep", "vary assumptions: which decide, how much is chance, where it fails", "SCENARIO|STUDY", options, examples, run};

}  // namespace micropol::app
