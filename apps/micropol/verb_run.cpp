#include <iostream>

#include "micropol/before_running.h"
#include "micropol/log.h"
#include "micropol/posterior_option.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/wording.h"
#include "study/run/run.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "jsonl", "csv", "markdown"};

void describe(Forecast const& forecast, int threads) {
    Model const& model = *forecast.models.front();
    Scenario const& scenario = model.scenario();
    log::print(name(scenario.name));
    log::print(
        Message(model.strategy().empty() ? "{0} in {1}, {2}, {3}, seed {4}" : "{0} in {1}, {2}, {3}, seed {4}, strategy {5}",
                {counted("{0} histories", forecast.blocks * histories_per_block),
                 counted("{0} blocks of sixteen", forecast.blocks), counted("{0} employees", model.headcount()),
                 counted("{0} weeks", std::uint64_t(scenario.weeks)), number(scenario.seed), name(model.strategy())}));
    print_costs(forecast, threads);
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    RunPlan plan{.strategy = arguments.value("strategy").value_or("")};
    auto const weekly = parse_weekly(arguments);
    Session session(call, arguments.has("strategy")
                              ? scenario_with_strategies(arguments.positional(1, 1, "a scenario file").front(), arguments)
                              : named_scenario(arguments));
    if (arguments.has("dry-run")) {
        Forecast const expected = forecast(session.runner().source(), plan);
        session.check(expected);
        describe(expected, session.threads());
        return done;
    }
    WeeklyTable series({plan.strategy.empty() ? "none" : plan.strategy});
    if (weekly) plan.series = &series;
    auto const summary = micropol::run(session.runner(), plan);
    if (!session.complete(summary.has_value())) return session.code();
    if (weekly) write_weekly(*weekly, series, facts_of(*session.runner().model(0)), summary->blocks);
    if (prints_result(arguments)) std::cout << show(*summary, format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    set_option,        assumptions_option, posterior_option,     prior_option,       runs_option,    seed_option,
    threads_option,    weeks_option,       strategy_option,      output_option,      weekly_option,  shard_option,
    show_names_option, group_size_option,  listed_format_option, no_progress_option, dry_run_option, allow_outside_option,
};

constexpr std::string_view examples[] = {
    "run scenarios/marketing_sales.yaml",
    "what happens, who gains and loses power, and why it fails when it fails",
    "run scenarios/marketing_sales.yaml --set culture.rivalry=0.8 --runs 4096 --output rivalry.db",
    "an organisation with more rivalry, more histories, results kept in a file",
    "run scenarios/marketing_sales.yaml --format csv > results.csv",
    "for a spreadsheet, R or pandas",
};

}  // namespace

extern Verb const run_verb;
constinit Verb const run_verb{
    "run", "simulate a scenario: what happens, who gains and loses power, why it fails", "SCENARIO", options, examples, run};

}  // namespace micropol::app
