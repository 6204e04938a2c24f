#include <spdlog/spdlog.h>

#include <algorithm>
#include <iostream>

#include "micropol/before_running.h"
#include "micropol/interruption.h"
#include "micropol/machine.h"
#include "micropol/progress.h"
#include "micropol/provenance.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "results/show.h"
#include "results/store.h"
#include "simulation/simulate.h"

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

// Says what was kept, and how to go on.
ExitCode stop_here(Call const& call, std::size_t finished, std::size_t blocks) {
    auto const output = call.arguments.value("output");
    std::string const so_far = "stopped after " + grouped(finished) + " of " + counted(blocks, "block");
    if (output)
        spdlog::warn("{}; they are kept in {}. To go on: {}", so_far, *output, call.command_line);
    else
        spdlog::warn("{}; nothing was saved. With --output FILE.db, finished blocks are kept and the same command goes on",
                     so_far);
    return ExitCode(128 + interrupting_signal());
}

// The results of every block, from the store where it has them; of the finished ones only where a signal came.
std::vector<BlockResult> simulate(Model const& model, Arguments const& arguments, int threads, Store* store) {
    std::vector<bool> done = store != nullptr ? store->done() : std::vector<bool>(model.blocks());
    auto const known = std::size_t(std::ranges::count(done, true));
    if (known > 0) spdlog::info("{} of {} are there already", grouped(known), counted(model.blocks(), "block"));
    std::vector<BlockResult> results;
    {
        Progress progress(threads, shows_progress(arguments));
        progress.expect(model.blocks() - known);
        results = run_all(model,
                          {.threads = threads, .done = done, .stop = &interruption(), .finished = [&](BlockResult const& result) {
                               if (store != nullptr) store->write(result);
                               progress.finish_block();
                           }});
    }
    for (std::uint32_t block = 0; block < model.blocks(); ++block)
        if (done[block]) results[block] = store->load(block);
    return results;
}

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    Format const format = asked_format(arguments, formats);
    int const threads = asked_threads(arguments);
    Model const model(named_scenario(arguments).read(), arguments.value("strategy").value_or(""));
    say_what_is_rounded(model);
    refuse_what_does_not_fit(model, threads, [&](int count) { return model.memory_needed(count); });
    if (arguments.has("dry-run")) {
        forecast(model, threads);
        return done;
    }

    watch_for_interruption();
    std::optional<Store> store;
    auto const output = arguments.value("output");
    if (output) store.emplace(*output, model, provenance_of(model, call.command_line));
    std::vector<BlockResult> const results = simulate(model, arguments, threads, store ? &*store : nullptr);

    auto const finished = std::size_t(std::ranges::count_if(results, [](BlockResult const& r) { return !r.weekly.empty(); }));
    if (finished < results.size()) return stop_here(call, finished, results.size());
    if (store) store->finish();
    std::cout << show(summarise(model, results), format,
                      {.colour = wants_colour(), .width = output_width(), .everything = arguments.has("verbose")});
    if (output) spdlog::info("saved {}", *output);
    return done;
}

constexpr Option options[] = {
    set_option,
    runs_option,
    seed_option,
    threads_option,
    weeks_option,
    strategy_option,
    {"output", "FILE.db", "keep the results there (SQLite); the same command goes on where it was stopped"},
    format_option,
    no_progress_option,
    dry_run_option,
    allow_outside_option,
};

constexpr std::string_view examples[] = {
    "run scenarios/marketing_sales.yaml",
    "what happens, who wins and loses power, why it fails when it fails",
    "run scenarios/marketing_sales.yaml --set culture.rivalry=0.8 --runs 4096 --output rivalry.db",
    "a sharper organisation, more histories, results kept",
    "run scenarios/marketing_sales.yaml --format csv > results.csv",
    "for a spreadsheet, R or pandas",
};

}  // namespace

extern Verb const run_verb;
constinit Verb const run_verb{
    "run", "simulate it: what happens, who wins and loses power, why it fails", "SCENARIO", options, examples, run};

}  // namespace micropol::app
