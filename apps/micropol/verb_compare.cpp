#include <spdlog/spdlog.h>

#include <iostream>
#include <limits>

#include "micropol/before_running.h"
#include "micropol/machine.h"
#include "micropol/session.h"
#include "micropol/wording.h"
#include "results/show_comparison.h"
#include "results/show_optimum.h"
#include "study/compare/compare.h"
#include "study/optimise/optimise.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};
constexpr Option optimise_options[] = {
    {"optimise", "", "look for better strategies: bundles of levers, each with its intensity, weeks and people"},
    {"budget", "AMOUNT", "for --optimise: most that a strategy may cost on average, thousand euros"},
    {"least-credibility", "SHARE", "for --optimise: what must be left of the sponsor's credibility at the end, on average"},
    {"levers", "A,B,C", "for --optimise: only these; all without (micropol describe interventions)"},
    {"bundle-size", "N", "for --optimise: most levers in a bundle; 4 without"},
    {"effort", "N", "for --optimise: blocks of sixteen histories to search with; 5,000 without"},
};

ShowOptions look_of(Arguments const& arguments) {
    return {.colour = wants_colour(), .width = output_width(), .everything = arguments.has("verbose")};
}

// ------------------------------------------------------------------------------------- compare

ComparePlan parse_plan(Arguments const& arguments) {
    ComparePlan plan{.strategies = arguments.values("strategy"),
                     .less_is_better = arguments.has("less-is-better"),
                     .capped = arguments.has("runs")};
    if (auto const by = arguments.value("by")) plan.by = *by;
    auto const width = arguments.positive_number("until-ci"), indifference = arguments.positive_number("indifference");
    bool const decide = arguments.has("until-decided");
    if (width && decide) throw WrongUsage("--until-ci and --until-decided exclude each other");
    if (!decide && indifference) throw WrongUsage("--indifference goes with --until-decided");
    if (width) plan.until = Stopped::Rule::narrow, plan.aim = width;
    if (decide) plan.until = Stopped::Rule::selected, plan.aim = indifference;
    return plan;
}

void describe(Forecast const& forecast, int threads) {
    Model const& model = *forecast.models.front();
    Scenario const& scenario = model.scenario();
    std::string names;
    for (auto const& one : forecast.models)
        names += (names.empty() ? "" : ", ") + (one->strategy().empty() ? std::string(no_strategy) : one->strategy());
    std::uint64_t const blocks = forecast.blocks / forecast.models.size();
    std::cout << scenario.name << '\n'
              << counted(forecast.models.size(), "strategy", "strategies") << ": " << names << '\n'
              << grouped(blocks * histories_per_block) << " histories of each in " << counted(blocks, "block") << " of sixteen"
              << (forecast.open ? ", then more until the rule is met" : "") << "; " << grouped(model.headcount())
              << " employees, " << counted(std::uint64_t(scenario.weeks), "week") << ", seed " << scenario.seed << '\n'
              << costs(forecast, threads);
}

// How many histories it takes, once.
void report_width(RuleCheck const& check) {
    if (check.blocks != first_check) return;
    double const times = check.widest / check.rule.aim;
    double const needed = double(first_check * histories_per_block) * times * times;
    spdlog::info("the widest interval is {:.2g} so far; {} takes about {} histories of each strategy", check.widest,
                 check.rule.aim, needed < 1e12 ? grouped(std::uint64_t(needed)) : "too many");
}

ExitCode compare_strategies(Session& session, Arguments const& arguments, Format format) {
    ComparePlan const plan = parse_plan(arguments);
    if (arguments.has("dry-run")) {
        Forecast const expected = forecast(session.runner().source(), plan);
        session.check(expected);
        describe(expected, session.threads());
        return done;
    }
    auto const comparison = compare(session.runner(), plan, report_width);
    if (!session.complete(comparison.has_value())) return session.code();
    std::cout << show(*comparison, format, look_of(arguments));
    return done;
}

// ------------------------------------------------------------------------------------- optimise

void refuse_optimise_options(Arguments const& arguments) {
    bool const optimises = arguments.has("optimise");
    for (Option const& option : optimise_options)
        if (!optimises && arguments.has(option.name)) throw WrongUsage("--" + std::string(option.name) + " goes with --optimise");
    for (char const* other : {"until-ci", "until-decided"})
        if (optimises && arguments.has(other)) throw WrongUsage("--optimise and --" + std::string(other) + " exclude each other");
}

OptimisePlan parse_search(Arguments const& arguments) {
    constexpr long long any = std::numeric_limits<int>::max();
    OptimisePlan plan{.strategies = arguments.values("strategy"),
                      .less_is_better = arguments.has("less-is-better"),
                      .levers = arguments.list("levers")};
    if (auto const by = arguments.value("by")) plan.by = *by;
    if (auto const size = arguments.whole_number("bundle-size", 0, any)) plan.bundle_size = std::size_t(*size);
    if (auto const effort = arguments.whole_number("effort", 0, any)) plan.effort = std::size_t(*effort);
    if (auto const budget = arguments.positive_number("budget")) plan.limits.budget = *budget;
    if (auto const least = arguments.positive_number("least-credibility")) plan.limits.least_credibility = *least;
    return plan;
}

void describe(Forecast const& forecast, OptimisePlan const& plan, int threads) {
    Model const& model = *forecast.models.front();
    SearchSpace const space = search_space(model, plan);
    std::cout << model.scenario().name << '\n'
              << "Search  " << counted(space.levers.size(), "lever") << ", at most " << space.most_levers
              << " in a bundle; about " << counted(plan.effort, "block") << " of sixteen histories\n"
              << "Final   " << grouped(std::uint64_t(model.blocks()) * histories_per_block)
              << " fresh histories each of what was found (at most " << most_finalists << "), none and "
              << counted(forecast.models.size() - 1, "strategy", "strategies") << " of the scenario\n"
              << costs(forecast, threads);
}

ExitCode search_strategies(Session& session, Arguments const& arguments, Format format) {
    OptimisePlan const plan = parse_search(arguments);
    if (arguments.has("dry-run")) {
        Forecast const expected = forecast(session.runner().source(), plan);
        session.check(expected);
        describe(expected, plan, session.threads());
        return done;
    }
    auto const optimum = optimise(session.runner(), plan);
    if (!session.complete(optimum.has_value())) return session.code();
    std::cout << show(*optimum, format, look_of(arguments));
    return done;
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    refuse_optimise_options(arguments);
    bool const open = arguments.has("until-ci") || arguments.has("until-decided");
    Session session(call, named_scenario(arguments), !open || arguments.has("runs"));
    return arguments.has("optimise") ? search_strategies(session, arguments, format)
                                     : compare_strategies(session, arguments, format);
}

constexpr Option options[] = {
    {"by", "OUTCOME", "what the best strategy has most of; substantive without, or net_value with --optimise"},
    {"less-is-better", "", "the best strategy has least of it"},
    {"strategy", "NAME", "only this one, and none; all of the scenario without", true},
    {"until-ci", "WIDTH", "go on until every interval against the best is narrower, in the outcome's unit (0.05: 5 points)"},
    {"until-decided", "", "go on until one is selected: the best with 95 % probability (Kim & Nelson 2001)"},
    {"indifference", "D", "for --until-decided: the smallest difference that matters; 0.02 for shares"},
    optimise_options[0],
    optimise_options[1],
    optimise_options[2],
    optimise_options[3],
    optimise_options[4],
    optimise_options[5],
    set_option,
    {"runs", "N", "histories of each strategy, in whole blocks of sixteen; with --until-…: at most"},
    seed_option,
    threads_option,
    weeks_option,
    output_option,
    shard_option,
    format_option,
    no_progress_option,
    dry_run_option,
    allow_outside_option,
};

constexpr std::string_view examples[] = {
    "compare scenarios/marketing_sales.yaml",
    "every strategy and none: which brings most substantive adoption, how surely, and what it costs",
    "compare scenarios/marketing_sales.yaml --by net_value",
    "the same, judged by value created minus cost",
    "compare scenarios/marketing_sales.yaml --by quits --less-is-better --strategy pressure",
    "does pressure drive people away?",
    "compare scenarios/marketing_sales.yaml --until-decided --indifference 0.03",
    "as many histories as it takes; strategies within 3 points are as good as each other",
    "compare scenarios/marketing_sales.yaml --until-ci 0.05 --runs 20000 --format markdown",
    "until differences are known to 5 points, but at most 20,000 histories; for a report. Looks after 32 blocks of sixteen, "
    "then after every 16 more",
    "compare scenarios/marketing_sales.yaml --optimise --budget 400",
    "which bundle of levers is worth most for at most 400 thousand euros, and what does less money buy",
    "compare scenarios/marketing_sales.yaml --optimise --by substantive --levers training,champions,quick_win --bundle-size 2",
    "at most two of three levers, for most substantive adoption",
};

}  // namespace

extern Verb const compare_verb;
constinit Verb const compare_verb{
    "compare", "its strategies against each other under the same chance", "SCENARIO", options, examples, run};

}  // namespace micropol::app
