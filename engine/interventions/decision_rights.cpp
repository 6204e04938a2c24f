#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "added weight in decisions for a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.2), cost_per_head(0), credibility(-0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const decision_rights{
    {"decision_rights",
     {lever_reads, {}, lever_updates<Column::say>},
     parameters,
     "Those targeted are given a say in the decisions on the transformation, beyond what the rule gives them."},
    "Formal authority over a decision is one base of power among several, beside coping with uncertainty (Hickson et al. 1971); a voting weight is not yet power over outcomes (Shapley & Shubik 1954).",
    "Whoever is given a say uses it for the own coalition: a bloc votes by its stance, also against the transformation (governance).",
    make_intervention<RaiseLevers<Column::say>>};

}  // namespace micropol
