#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 0.6, .range = {0, 1},
     .description = "part in shaping the change of a fully targeted person at full intensity", .source = assumed},
    {.name = "communication", .unit = Unit::share, .default_value = 0.3, .range = {0, 1},
     .description = "communication to a fully targeted person at full intensity", .source = assumed},
    weekly_cost(1), cost_per_head(0.15), credibility(0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const workshop{
    {"workshop",
     {lever_reads, {}, lever_updates<Column::participation, Column::communication>},
     parameters,
     "Those targeted discuss and shape the change in workshops beside their work."},
    "Participation went with less resistance and better goal achievement in a strategic change (Lines 2004), by what managers said of themselves in one firm; less of it, less effect, is assumed.",
    "Losers take part and stay losers: their switching costs fall, their expected losses do not (stakes).",
    make_intervention<RaiseLevers<Column::participation, Column::communication>>};

}  // namespace micropol
