#include "micropol/before_running.h"

#include <chrono>
#include <cmath>

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

void check_memory(Forecast const& forecast, int threads) {
    auto const available = available_memory();
    std::size_t const needed = forecast.memory_needed(threads);
    if (!available || needed <= *available) return;
    Model const& model = *forecast.models.front();
    throw InvalidInput(
        Problem{{model.scenario().file.string()},
                grouped(model.headcount()) + " employees need about " + in_bytes(needed) + " of memory with " +
                    counted(std::uint64_t(threads), "thread"),
                "this machine has " + in_bytes(*available) + " available",
                threads > 1 ? "--threads 1 would need " + in_bytes(forecast.memory_needed(1)) : "simulate fewer employees"});
}

std::string costs(Forecast const& forecast, int threads) {
    using clock = std::chrono::steady_clock;
    auto const start = clock::now();
    for (auto const& model : forecast.models) (void)simulate_block(*model, 0);
    double const each = std::chrono::duration<double>(clock::now() - start).count();
    bool const one = forecast.models.size() == 1;
    double const rounds = std::ceil(double(forecast.blocks + forecast.more) / double(threads));
    return "Memory  about " + in_bytes(forecast.memory_needed(threads)) + " with " + counted(std::uint64_t(threads), "thread") +
           "\nTime    " + (forecast.more > 0 ? "at most about " : "about ") +
           in_words(each / double(forecast.models.size()) * rounds) + (forecast.open ? " up to the first check" : "") +
           (one ? "; one block took " : "; one block of each took ") + in_words(each) + '\n';
}

}  // namespace micropol::app
