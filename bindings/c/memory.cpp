#include "memory.h"

#include "micropol/machine.h"
#include "micropol/wording.h"

namespace micropol::c {

void require_memory(Forecast const& forecast, double more, int threads) {
    auto const available = app::available_memory();
    int const used = threads > 0 ? threads : app::processors();
    double const needed = double(forecast.memory_needed(used)) + more;
    if (!available || needed <= double(*available)) return;
    Model const& model = *forecast.models.front();
    throw InvalidInput(Problem{
        {model.scenario().file.string()},
        Message("{0} employees need about {1} of memory with {2}",
                {Count{model.headcount()}, app::in_bytes(std::size_t(needed)), app::counted("{0} threads", std::uint64_t(used))}),
        Message("this machine has {0} available", {app::in_bytes(*available)}),
        "simulate fewer histories or employees, or with fewer threads"});
}

}  // namespace micropol::c
