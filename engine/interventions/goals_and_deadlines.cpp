#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "bindingness of goals and deadlines for a fully targeted person at full intensity", .source = assumed},
    weekly_cost(1), cost_per_head(0.02), credibility(-0.003), mistiming_cost(0.006),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const goals_and_deadlines{
    {"goals_and_deadlines",
     {lever_reads, {}, lever_updates<Column::deadlines>},
     parameters,
     "Those targeted are set goals and deadlines for the use of the tool."},
    "Specific and difficult goals raise performance where people accept them and are able to reach them (Locke & Latham 2002); what is demanded of form is also met in form (Westphal & Zajac 1994).",
    "People hurry: those who are not convinced use the tool for show (adoption), and deadlines push like pressure, up to reactance (attitude).",
    make_intervention<RaiseLevers<Column::deadlines>>,
    Timing{Column::aware_share, 0.5f, "goals are set to people most of whom have not heard of the change"}};

}  // namespace micropol
