// What a sweep costs beyond its blocks: the models of its points, scheduling, and the file that keeps the results, against
// plain simulation of the same blocks with models that are there already. Counter `loss`: the share of the time that goes there.

#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
#include <optional>

#include "store/store.h"
#include "study/sweep/sweep_design.h"

namespace micropol {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Wanted {
    ScenarioSource source{std::filesystem::path(MICROPOL_SOURCE_DIR) / "scenarios/marketing_sales.yaml", known_plugins()};
    SweepDefinition definition;
    Points points;
    std::vector<Task> tasks;

    explicit Wanted(std::size_t count) {
        definition.factors = {{"culture.rivalry", UniformDistribution{0.1, 0.6}, {0, 1}},
                              {"culture.data_hoarding", UniformDistribution{0.1, 0.5}, {0, 1}}};
        definition.size = count, definition.blocks = 4, definition.outcomes = {0};
        points = points_of(definition);
        tasks = tasks_of(definition, points.size(), 0);
    }
};

double plain(Wanted const& wanted) {
    std::vector<std::unique_ptr<Model const>> models;
    for (Variant const& variant : variants_of(wanted.definition, wanted.points))
        models.push_back(std::make_unique<Model const>(wanted.source.read(variant.changes), variant.strategy));
    auto const start = Clock::now();
    (void)run_pieces(
        wanted.tasks.size(), 0, nullptr,
        [&](std::size_t k) { return simulate_block(*models[wanted.tasks[k].variant], wanted.tasks[k].block); },
        [](std::size_t, BlockResult const&) {});
    return seconds_since(start);
}

double study(Wanted const& wanted) {
    std::filesystem::path const file = std::filesystem::temp_directory_path() / "micropol_study_benchmark.db";
    std::filesystem::remove(file);
    auto const start = Clock::now();
    std::optional<Store> store;
    StudyRunner runner(wanted.source, {.begin = [&](StudyIdentity const& study, Forecast const&) -> Archive* {
                           return &store.emplace(file, StudyRecord{.kind = study.kind,
                                                                   .definition = study.definition,
                                                                   .facts = study.facts,
                                                                   .retention = study.retention,
                                                                   .planned = study.planned,
                                                                   .shard = {},
                                                                   .provenance = {"benchmark", "", "", "", "", ""}});
                       }});
    runner.add(variants_of(wanted.definition, wanted.points));
    runner.begin({.kind = "sweep", .facts = facts_of(*runner.model(0)), .planned = wanted.tasks.size()}, {});
    (void)runner.perform(wanted.tasks, [](std::size_t, BlockResult const&) {});
    store->finish(runner.asked());
    double const seconds = seconds_since(start);
    std::filesystem::remove(file);
    return seconds;
}

void sweep(benchmark::State& state) {
    Wanted const wanted(std::size_t(state.range(0)));
    double alone = 0, together = 0;
    for (auto _ : state) {
        alone += plain(wanted);
        double const seconds = study(wanted);
        together += seconds;
        state.SetIterationTime(seconds);
    }
    state.counters["loss"] = 1 - alone / together;
    state.counters["histories"] = benchmark::Counter(
        double(wanted.tasks.size()) * histories_per_block * double(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(sweep)->Arg(100)->Arg(1000)->Unit(benchmark::kSecond)->UseManualTime();

void model_of_a_point(benchmark::State& state) {
    Wanted const wanted(100);
    std::vector<Variant> const variants = variants_of(wanted.definition, wanted.points);
    std::size_t next = 0;
    for (auto _ : state) {
        Variant const& variant = variants[next++ % variants.size()];
        benchmark::DoNotOptimize(std::make_unique<Model const>(wanted.source.read(variant.changes), variant.strategy));
    }
}
BENCHMARK(model_of_a_point)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace micropol
