#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "loss of say of a fully targeted person at full intensity", .source = assumed},
    weekly_cost(1), cost_per_head(0.5), credibility(-0.004),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const sidelining{
    {"sidelining",
     {lever_reads, {}, lever_updates<Column::sidelining>},
     parameters,
     "Those targeted are moved to where they have no say."},
    "Blockers in powerful positions do stop changes (Markus 1983) and practice advises to confront them (Kotter 1995); open attacks on a group also turn resistance from the system to its advocates (Lapointe & Rivard 2005).",
    "Losers see what happens to their like and look for allies (coalitions); those sidelined keep contacts and voice their view (attitude).",
    make_intervention<RaiseLevers<Column::sidelining>>};

}  // namespace micropol
