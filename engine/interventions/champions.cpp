#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "help given by a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.5), cost_per_head(0.2), credibility(0.001),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const champions{
    {"champions",
     {lever_reads, {}, lever_updates<Column::championing>},
     parameters,
     "Those targeted help their colleagues with the tool and speak for it."},
    "Champions of new technology are found in successful adoptions (Howell & Higgins 1990) and help from colleagues lowers the cost of switching (Kim & Kankanhalli 2009); most studies compare after the fact.",
    "Only contacts are helped: who has no tie to a champion stays where they are (adoption), and those who resist go on persuading against it (attitude).",
    make_intervention<RaiseLevers<Column::championing>>};

}  // namespace micropol
