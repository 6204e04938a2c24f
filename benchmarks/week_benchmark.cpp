// The whole week and each of its parts, in employee-weeks a second on one thread.

#include <benchmark/benchmark.h>

#include <ctime>

#include "company.h"
#include "simulation/simulate.h"

namespace micropol {

namespace {

void report(benchmark::State& state, double work_each) {
    state.counters["employee_weeks"] = benchmark::Counter(work_each * double(state.iterations()), benchmark::Counter::kIsRate);
}

void whole_week(benchmark::State& state) {
    Company company(int(state.range(0)));
    for (auto _ : state) company.run_week();
    report(state, company.work());
    state.counters["ties_each"] = double(company.organisation().ties.count()) / company.organisation().headcount();
}
BENCHMARK(whole_week)->Arg(50)->Arg(240)->Arg(1000)->Arg(5000)->Arg(50000);

void one_mechanism(benchmark::State& state, std::string const& name) {
    Company company(240);
    for (auto _ : state) company.run_step(name);
    report(state, company.work());
}

void outcomes(benchmark::State& state) {
    Company company(240);
    Week week = company.next_week();
    for (auto _ : state)
        for (OutcomeKind const* kind : outcome_catalogue()) {
            week.begin(kind->plugin.access);
            benchmark::DoNotOptimize(kind->measure(week));
        }
    report(state, company.work());
}
BENCHMARK(outcomes);

void looking_for_non_finite_values(benchmark::State& state) {
    Company company(240);
    auto const columns = changing_columns(company.block().steps);
    for (auto _ : state) benchmark::DoNotOptimize(all_finite(company.history(), columns));
    report(state, company.work());
}
BENCHMARK(looking_for_non_finite_values);

// Four uniforms for each of sixteen histories a call; items are uniforms.
void draws(benchmark::State& state) {
    Chance const chance(1, 0);
    std::uint32_t group = 0;
    for (auto _ : state) benchmark::DoNotOptimize(chance.four(purpose("benchmark"), 3, group++));
    state.SetItemsProcessed(state.iterations() * 4 * histories_per_block);
}
BENCHMARK(draws);

void organisation(benchmark::State& state) {
    Model const model(flagship(int(state.range(0))), "");
    std::uint32_t number = 0;
    for (auto _ : state) benchmark::DoNotOptimize(model.block(number++));
}
BENCHMARK(organisation)->Arg(240)->Arg(5000)->Unit(benchmark::kMicrosecond);

// Everything but the store: organisations, weeks, outcomes.
void whole_run(benchmark::State& state) {
    Model const model(flagship(240), "");
    for (auto _ : state) benchmark::DoNotOptimize(run_all(model, int(state.range(0))));
    report(state, 240.0 * model.scenario().weeks * model.blocks() * histories_per_block);
}
BENCHMARK(whole_run)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

// What is left of the model where people only influence each other and adopt: blocks of 1,000 people with one outcome.
void attitude_and_adoption_alone(benchmark::State& state) {
    std::vector<Change> others_off;
    for (MechanismKind const* kind : mechanism_catalogue())
        if (kind->plugin.key != "attitude" && kind->plugin.key != "adoption")
            others_off.push_back(SwitchOff{"mechanisms." + std::string(kind->plugin.key)});
    Scenario scenario = flagship(1000, others_off);
    scenario.outcomes = {"substantive"};
    Model const model(scenario, "");
    std::uint32_t number = 0;
    for (auto _ : state) benchmark::DoNotOptimize(simulate_block(model, number++));
    report(state, double(model.headcount()) * scenario.weeks * histories_per_block);
}
BENCHMARK(attitude_and_adoption_alone)->Unit(benchmark::kMillisecond);

// Weeks and runs in turn, so that a noisy machine disturbs both alike: `ratio` is what a run costs of its weeks alone.
void run_against_its_weeks(benchmark::State& state) {
    Model const model(flagship(240), "");
    Company company(model);
    double run = 0, weeks = 0;
    std::uint32_t number = 0;
    auto const processor = [] { return double(std::clock()) / CLOCKS_PER_SEC; };
    for (auto _ : state) {
        double const start = processor();
        benchmark::DoNotOptimize(simulate_block(model, number++));
        double const between = processor();
        for (int week = 0; week < model.scenario().weeks; ++week) company.run_week();
        run += between - start, weeks += processor() - between;
    }
    state.counters["ratio"] = run / weeks;
}
BENCHMARK(run_against_its_weeks)->Unit(benchmark::kMillisecond);

int const each_mechanism = [] {
    for (MechanismKind const* kind : mechanism_catalogue()) {
        std::string const name(kind->plugin.key);
        benchmark::RegisterBenchmark(("mechanism/" + name).c_str(),
                                     [name](benchmark::State& state) { one_mechanism(state, name); });
    }
    return 0;
}();

}  // namespace

}  // namespace micropol
