#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "improvement of the tool for a fully targeted person at full intensity", .source = assumed},
    weekly_cost(8), cost_per_head(0), credibility(0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const tool_improvement{
    {"tool_improvement",
     {lever_reads, {}, lever_updates<Column::tool_support>},
     parameters,
     "The tool is improved for the work of those targeted."},
    "Expected performance and effort predict the intention to use a tool (Venkatesh et al. 2003); resistance that follows a loss of power does not answer to its quality (Markus 1983).",
    "Who loses power by the tool resists a good one all the more, since it will come to stay (stakes); without customer knowledge it shows little (environment).",
    make_intervention<RaiseLevers<Column::tool_support>>};

}  // namespace micropol
