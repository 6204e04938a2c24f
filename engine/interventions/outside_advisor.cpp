#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 0.8, .range = {0, 1},
     .description = "advice that reaches a fully targeted person at full intensity", .source = assumed},
    weekly_cost(10), cost_per_head(0), credibility(-0.002),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const outside_advisor{
    {"outside_advisor",
     {lever_reads, {}, lever_updates<Column::outside_advice>},
     parameters,
     "An advisor from outside looks into the matter and reports to the top."},
    "Insiders filter what the top gets to see (Pettigrew 1972), and interest makes their reports coarse (Crawford & Sobel 1982); an outsider without a stake sees more, which is an inference and not a measured effect.",
    "Those looked into take offence and share less with one another (information).",
    make_intervention<RaiseLevers<Column::outside_advice>>};

}  // namespace micropol
