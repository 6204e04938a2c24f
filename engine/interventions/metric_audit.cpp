#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 0.6, .range = {0, 1},
     .description = "added expected penalty for gaming, for a fully targeted person at full intensity, in units of pay for a unit of work", .source = assumed},
    weekly_cost(2), cost_per_head(0.02), credibility(-0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const metric_audit{
    {"metric_audit",
     {lever_reads, {}, lever_updates<Column::audit>},
     parameters,
     "Figures are checked, and those who flatter them are called to account."},
    "With a penalty as high as the pay for a unit nobody gains by gaming; that follows from the model of distorted incentives (Baker 2002) and is not a measured size. Salespeople do game what is not checked (Larkin 2014).",
    "Below the full penalty gaming shrinks and does not end (performance), and where it does not pay people turn to other tactics (tactics).",
    make_intervention<RaiseLevers<Column::audit>>};

}  // namespace micropol
