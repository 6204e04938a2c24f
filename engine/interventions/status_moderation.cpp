#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "moderation felt by a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.5), cost_per_head(0.1), credibility(0.002),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const status_moderation{
    {"status_moderation",
     {lever_reads, {}, lever_updates<Column::moderation>},
     parameters,
     "Leaders talk with those who stand to lose standing, recognise their record and give them a part in the new order."},
    "Losses weigh about twice as much as gains (Brown et al. 2024) and status is a matter of comparison (Magee & Galinsky 2008), so that recognition in time softens what would be felt as demotion; the size of the effect is not established.",
    "Those who are not reached compare themselves as before: their felt loss of status stays (stakes) and so does their envy (ties).",
    make_intervention<RaiseLevers<Column::moderation>>};

}  // namespace micropol
