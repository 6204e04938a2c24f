#include "micropol/before_running.h"

#include <chrono>

#include "micropol/log.h"
#include "micropol/machine.h"
#include "micropol/wording.h"
#include "simulation/simulate.h"

namespace micropol::app {

void report_rounding(Model const& model) {
    auto const wanted = std::uint64_t(model.scenario().histories), whole = std::uint64_t(model.blocks()) * histories_per_block;
    if (wanted != whole)
        log::info(grouped(wanted) + " histories become " + grouped(whole) + ": " + counted(model.blocks(), "whole block") +
                  " of sixteen");
}

void check_memory(Model const& model, int threads, std::function<std::size_t(int)> const& needed) {
    auto const available = available_memory();
    if (!available || needed(threads) <= *available) return;
    throw InvalidInput(Problem{{model.scenario().file.string()},
                               grouped(model.headcount()) + " employees need about " + in_bytes(needed(threads)) +
                                   " of memory with " + counted(std::uint64_t(threads), "thread"),
                               "this machine has " + in_bytes(*available) + " available",
                               threads > 1 ? "--threads 1 would need " + in_bytes(needed(1)) : "simulate fewer employees"});
}

double seconds_of_one_block(Model const& model) {
    using clock = std::chrono::steady_clock;
    auto const start = clock::now();
    (void)simulate_block(model, 0);
    return std::chrono::duration<double>(clock::now() - start).count();
}

}  // namespace micropol::app
