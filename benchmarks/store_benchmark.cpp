// What keeping the results costs: blocks of the flagship written to a fresh file, one transaction each, and the file finished.

#include <benchmark/benchmark.h>

#include <filesystem>

#include "company.h"
#include "simulation/simulate.h"
#include "store/store.h"

namespace micropol {

namespace {

void store(benchmark::State& state) {
    Model const model(flagship(240), "");
    std::vector<BlockResult> const results = run_all(model);
    std::filesystem::path const file = std::filesystem::temp_directory_path() / "micropol_store_benchmark.db";
    StudyRecord record{.kind = "run",
                       .facts = facts_of(model),
                       .planned = results.size(),
                       .shard = {},
                       .provenance = {"benchmark", "", "", model.scenario().resolved, "", ""}};
    for (auto _ : state) {
        std::filesystem::remove(file);
        Store written(file, record);
        written.add(0, {{"none", ""}, 0, model.uncertain()});
        for (BlockResult const& result : results) written.write(result.block, {0, result.block}, result);
        written.finish(results.size());
    }
    state.counters["blocks"] = benchmark::Counter(double(results.size() * std::size_t(state.iterations())),
                                                  benchmark::Counter::kIsRate);
    state.counters["file_bytes"] = double(std::filesystem::file_size(file));
    std::filesystem::remove(file);
}
BENCHMARK(store)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

}  // namespace micropol
