#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 0.6, .range = {0, 1},
     .description = "shift of pay from quantity to quality for a fully targeted person at full intensity", .source = assumed},
    weekly_cost(2), cost_per_head(0.01), credibility(-0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const quality_metrics{
    {"quality_metrics",
     {lever_reads, {}, lever_updates<Column::quality_pay>},
     parameters,
     "Performance figures are redesigned: quality of leads and deals counts, and less their number."},
    "Pay on a measure that is out of line with value distorts effort (Baker 2002), and people time and shape their figures to steep schemes (Larkin 2014); how well quality itself can be measured decides what is won.",
    "Effort leaves quantity at once, and measured output with it (performance); those who still gain by volume go on gaming what is left of it (tactics).",
    make_intervention<RaiseLevers<Column::quality_pay>>};

}  // namespace micropol
