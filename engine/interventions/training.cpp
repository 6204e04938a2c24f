#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "training of a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.5), cost_per_head(0.1), credibility(0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const training{
    {"training",
     {lever_reads, {}, lever_updates<Column::training>},
     parameters,
     "Those targeted are taught by colleagues to read data and to decide with them."},
    "Self-efficacy lowers the cost of switching (Kim & Kankanhalli 2009) and skill is a facilitating condition of use (Venkatesh et al. 2003); what many can do makes nobody powerful (Hickson et al. 1971).",
    "Those who could read data before lose their rarity and with it power (power), so that they may turn from winners into losers (stakes).",
    make_intervention<RaiseLevers<Column::training>>};

}  // namespace micropol
