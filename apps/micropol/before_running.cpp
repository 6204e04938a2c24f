#include "micropol/before_running.h"

#include <chrono>
#include <cmath>

#include "micropol/log.h"
#include "micropol/machine.h"
#include "micropol/wording.h"
#include "scenario/horizon.h"
#include "simulation/simulate.h"

namespace micropol::app {

void report_rounding(Model const& model) {
    auto const wanted = std::uint64_t(model.scenario().histories), whole = std::uint64_t(model.blocks()) * histories_per_block;
    if (wanted != whole)
        log::info(Message("{0} histories become {1}: {2}",
                          {Count{wanted}, Count{whole}, counted("{0} whole blocks of sixteen", model.blocks())}));
}

void report_without_effect(Scenario const& scenario) {
    for (Problem const& problem : beyond_horizon(scenario)) log::warning(sentence_of(problem));
}

void check_memory(Forecast const& forecast, int threads) {
    auto const available = available_memory();
    std::size_t const needed = forecast.memory_needed(threads);
    if (!available || needed <= *available) return;
    Model const& model = *forecast.models.front();
    throw InvalidInput(Problem{
        {model.scenario().file.string()},
        Message("{0} employees need about {1} of memory with {2}",
                {Count{model.headcount()}, in_bytes(needed), counted("{0} threads", std::uint64_t(threads))}),
        Message("this machine has {0} available", {in_bytes(*available)}),
        threads > 1 ? Message("--threads 1 would need {0}", {in_bytes(forecast.memory_needed(1))}) : "simulate fewer employees"});
}

void print_costs(Forecast const& forecast, int threads) {
    using clock = std::chrono::steady_clock;
    auto const start = clock::now();
    for (auto const& model : forecast.models) (void)simulate_block(*model, 0);
    double const each = std::chrono::duration<double>(clock::now() - start).count(), kinds = double(forecast.models.size()),
                 rounds = std::ceil(double(forecast.blocks + forecast.more) / double(threads));
    char const* const how_long = forecast.more > 0 ? "at most about {0}"
                                 : forecast.open   ? "about {0} up to the first check"
                                                   : "about {0}";
    log::print(Message("Memory  about {0} with {1}",
                       {in_bytes(forecast.memory_needed(threads)), counted("{0} threads", std::uint64_t(threads))}));
    log::print(Message(kinds == 1 ? "Time    {0}; one block took {1}" : "Time    {0}; one block of each took {1}",
                       {Message(how_long, {in_words(each / kinds * rounds)}), in_words(each)}));
}

}  // namespace micropol::app
