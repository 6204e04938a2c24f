#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "weight of joint goals for a fully targeted person at full intensity", .source = assumed},
    weekly_cost(1), cost_per_head(0.01), credibility(0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const joint_goals{
    {"joint_goals",
     {lever_reads, {}, lever_updates<Column::joint_goals>},
     parameters,
     "Marketing and Sales are given goals that they can only reach together."},
    "Goals that neither group reaches alone reduced hostility between groups where contact alone had not (Sherif 1958), in a field study of boys; at work this is an analogy.",
    "Nobody is moved by goals shared with people of the own department: trust grows across Marketing and Sales only (ties), and distrust that is earned anew each month eats it up.",
    make_intervention<RaiseLevers<Column::joint_goals>>};

}  // namespace micropol
