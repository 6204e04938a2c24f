#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 0.8, .range = {0, 1},
     .description = "share of felt losses made good for a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.2), cost_per_head(0.3), credibility(0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const loss_compensation{
    {"loss_compensation",
     {lever_reads, {}, lever_updates<Column::compensation>},
     parameters,
     "What those targeted lose by the transformation is made good: pay, role, prospects."},
    "Losses weigh about twice as much as gains (Brown et al. 2024) and resistance follows expected loss (Markus 1983; Kim & Kankanhalli 2009); that compensation works in proportion is assumed.",
    "Losers who are passed over resent that others were paid (stakes).",
    make_intervention<RaiseLevers<Column::compensation>>};

}  // namespace micropol
