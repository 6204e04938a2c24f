#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "rearrangement of work and reporting of a fully targeted person at full intensity", .source = assumed},
    {.name = "joint_goals", .unit = Unit::share, .default_value = 0.4, .range = {0, 1},
     .description = "weight of joint goals for a fully targeted person at full intensity", .source = assumed},
    weekly_cost(5), cost_per_head(0.1), credibility(-0.006),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const restructuring{
    {"restructuring",
     {lever_reads, {}, lever_updates<Column::restructuring, Column::joint_goals>},
     parameters,
     "Work and reporting of those targeted are rearranged across Marketing and Sales."},
    "Marketing and Sales gain from common structures only if they come to trust each other; influence of departments has moved regardless of charts (Homburg et al. 2015). Effects of restructuring are mixed, and the insecurity it brings is better established than its benefit.",
    "Contacts tear (ties) and those concerned fear for their jobs (stakes).",
    make_intervention<RaiseLevers<Column::restructuring, Column::joint_goals>>};

}  // namespace micropol
