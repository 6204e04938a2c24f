#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "telling of early success to a fully targeted person at full intensity", .source = assumed},
    {.name = "communication", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
     .description = "communication to a fully targeted person at full intensity", .source = assumed},
    weekly_cost(2), cost_per_head(0), credibility(0.003), mistiming_cost(0.008),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const quick_win{
    {"quick_win",
     {lever_reads, {}, lever_updates<Column::story, Column::communication>},
     parameters,
     "An early success is sought, shown to those targeted and made the occasion to speak of the whole."},
    "Small wins make change look attainable (Weick 1984) and visible ones are standard advice (Kotter 1995); controlled evidence is missing.",
    "Only what the tool does show can be told: without worth nobody believes it (information), and a win proclaimed too early costs the sponsor credibility.",
    make_intervention<RaiseLevers<Column::story, Column::communication>>,
    Timing{Column::worth, 0.0f, "there is nothing yet to show"}};

}  // namespace micropol
