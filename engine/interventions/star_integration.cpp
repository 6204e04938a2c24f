#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "integration of a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.2), cost_per_head(0.1), credibility(0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const star_integration{
    {"star_integration",
     {lever_reads, {}, lever_updates<Column::integration>},
     parameters,
     "Those newly risen are brought together with the colleagues they have overtaken."},
    "Standing rests on deference that others grant (Gould 2002), and a newly valued trait unsettles the order (Ridgeway 1991); that contact with the overtaken tempers envy is plausible, its size is not established.",
    "Those overtaken withdraw trust and contact from every risen colleague who is left out (ties).",
    make_intervention<RaiseLevers<Column::integration>>};

}  // namespace micropol
