#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "opening of data to a fully targeted person at full intensity", .source = assumed},
    weekly_cost(2), cost_per_head(0.01), credibility(0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const shared_data_access{
    {"shared_data_access",
     {lever_reads, {}, lever_updates<Column::shared_access>},
     parameters,
     "Customer and campaign data are opened to those targeted instead of passing through those who hold them."},
    "What all can get at no longer gives power to those who keep it (Hickson et al. 1971; Pettigrew 1972).",
    "Those whose power rests on what they know share less of what is in their heads (information).",
    make_intervention<RaiseLevers<Column::shared_access>>};

}  // namespace micropol
