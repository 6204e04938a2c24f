#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "part in the pilot of a fully targeted person at full intensity", .source = assumed},
    weekly_cost(2), cost_per_head(0.15), credibility(0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const pilot_project{
    {"pilot_project",
     {lever_reads, {}, lever_updates<Column::pilot>},
     parameters,
     "Those targeted try the tool in a protected project first."},
    "Being able to try something out and facilitating conditions go with use (Venkatesh et al. 2003), and small wins prepare larger ones (Weick 1984); pilots often are not carried over, on which there are cases more than measurements.",
    "Trial is not conviction: participants who see nothing in it go on to use it for show or turn away (adoption).",
    make_intervention<RaiseLevers<Column::pilot>>};

}  // namespace micropol
