#include <iostream>

#include "micropol/before_running.h"
#include "micropol/machine.h"
#include "micropol/provenance.h"
#include "micropol/session.h"
#include "micropol/show.h"
#include "micropol/wording.h"
#include "store/stored_run.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};

// What would be simulated, and for how long, judged from one block.
void forecast(Model const& model, int threads) {
    Scenario const& scenario = model.scenario();
    double const one = seconds_of_one_block(model);
    std::uint64_t const rounds = (model.blocks() + std::uint64_t(threads) - 1) / std::uint64_t(threads);
    std::cout << scenario.name << '\n'
              << grouped(std::uint64_t(model.blocks()) * histories_per_block) << " histories in "
              << counted(model.blocks(), "block") << " of sixteen, " << grouped(model.headcount()) << " employees, "
              << counted(std::uint64_t(scenario.weeks), "week") << ", seed " << scenario.seed
              << (model.strategy().empty() ? "" : ", strategy " + model.strategy()) << '\n'
              << "Memory  about " << in_bytes(model.memory_needed(threads)) << " with "
              << counted(std::uint64_t(threads), "thread") << '\n'
              << "Time    about " << in_words(one * double(rounds)) << "; one block took " << in_words(one) << '\n';
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = parse_format(arguments, formats);
    Session session(call, named_scenario(arguments), Retention::everything);
    session.runner().add({{"", arguments.value("strategy").value_or("")}});
    Model const& model = *session.runner().model(0);
    report_rounding(model);
    check_memory(model, session.threads(), [&](int count) { return model.memory_needed(count); });
    if (arguments.has("dry-run")) {
        forecast(model, session.threads());
        return done;
    }

    session.begin({.kind = "run", .definition = definition_of_run(model.strategy()), .planned = model.blocks()});
    std::vector<Task> tasks;
    for (std::uint32_t block = 0; block < model.blocks(); ++block) tasks.push_back({0, block});
    std::vector<BlockResult> results(tasks.size());
    bool const all = session.runner().perform(tasks, [&](std::size_t k, BlockResult const& result) { results[k] = result; });
    if (!all) return session.stopped();
    if (!session.complete()) return done;
    std::cout << show(summarise(model, results), format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    set_option,   runs_option,       seed_option,       threads_option, weeks_option,       strategy_option, output_option,
    shard_option, show_names_option, group_size_option, format_option,  no_progress_option, dry_run_option,  allow_outside_option,
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
