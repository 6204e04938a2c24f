#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "telling of what has worked to a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.5), cost_per_head(0), credibility(0.001), mistiming_cost(0.008),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const success_story{
    {"success_story", {lever_reads, {}, lever_updates<Column::story>}, parameters, "What has worked is told to those targeted."},
    "Visible success is standard advice (Kotter 1995); in threshold models seeing others act is what tips people (Granovetter 1978), whether a story counts as seeing is open.",
    "Only what the tool does show can be told, and only as far as the teller is believed (information).",
    make_intervention<RaiseLevers<Column::story>>,
    Timing{Column::worth, 0.0f, "there is nothing yet to tell"}};

}  // namespace micropol
