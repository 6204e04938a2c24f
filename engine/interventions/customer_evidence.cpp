#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 0.4, .range = {0, 1},
     .description = "how far a fully targeted person must decide by evidence at full intensity", .source = assumed},
    weekly_cost(3), cost_per_head(0), credibility(0.002),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const customer_evidence{
    {"customer_evidence",
     {lever_reads, {}, lever_updates<Column::evidence>},
     parameters,
     "Decisions have to be argued from evidence on what serves the customer."},
    "Firms that decide by data are somewhat more productive (Brynjolfsson et al. 2011), which does not show that evidence sways a divided body; reports get coarser as interests part (Crawford & Sobel 1982).",
    "Those with something to hide make the reports coarse: what is shown is then flattered by belief and by use for show (information, governance).",
    make_intervention<RaiseLevers<Column::evidence>>};

}  // namespace micropol
