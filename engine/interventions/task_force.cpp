#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "part in shaping the change of a fully targeted person at full intensity", .source = assumed},
    weekly_cost(1), cost_per_head(0.4), credibility(0.002),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const task_force{
    {"task_force",
     {lever_reads, {}, lever_updates<Column::participation>},
     parameters,
     "Those targeted shape the change in a task force, freed from part of their work."},
    "Participation went with less resistance and better goal achievement in a strategic change (Lines 2004), by what managers said of themselves in one firm.",
    "Losers take part and stay losers: their switching costs fall, their expected losses do not (stakes).",
    make_intervention<RaiseLevers<Column::participation>>};

}  // namespace micropol
