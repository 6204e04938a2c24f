#include "interventions/lever_row.h"

namespace micropol {

namespace {
// clang-format off
constexpr LeverRow rows[] = {
    {.key = "status_moderation",
     .description = "Leaders talk with those who stand to lose standing, recognise their record and give them a part in the new order.",
     .evidence = "Losses weigh about twice as much as gains (Brown et al. 2024) and status is a matter of comparison (Magee & Galinsky 2008), so that recognition in time softens what would be felt as demotion; the size of the effect is not established.",
     .counter_move = "Those who are not reached compare themselves as before: their felt loss of status stays (stakes) and so does their envy (ties).",
     .raises = {{Column::moderation, 1, "moderation felt by a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 0.5, .cost_per_head = 0.015, .working_time = 0.005},
     // A talk of 43 minutes on average, from every month to every other week.
     .figures = {{&Costs::working_time, Grade::practice, "reclaim_2021", Range{0.004, 0.009}}},
     .sort = Sort::conversations},
    {.key = "star_integration",
     .description = "Those newly risen are brought together with the colleagues they have overtaken.",
     .evidence = "Standing rests on deference that others grant (Gould 2002), and a newly valued trait unsettles the order (Ridgeway 1991); that contact with the overtaken tempers envy is plausible, its size is not established.",
     .counter_move = "Those overtaken withdraw trust and contact from every risen colleague who is left out (ties).",
     .raises = {{Column::integration, 1, "integration of a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 0.2, .cost_per_head = 0.015, .working_time = 0.01},
     .sort = Sort::conversations},
    {.key = "loss_compensation",
     .description = "What those targeted lose by the transformation is made good: pay, role, prospects.",
     .evidence = "Losses weigh about twice as much as gains (Brown et al. 2024) and resistance follows expected loss (Markus 1983; Kim & Kankanhalli 2009); that compensation works in proportion is assumed.",
     .counter_move = "Losers who are passed over resent that others were paid (stakes).",
     .raises = {{Column::compensation, 0.8, "share of felt losses made good for a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 0.2, .cost_per_head = 0.3},
     // Being paid takes no time.
     .figures = {{&Costs::working_time, Grade::identity}},
     .sort = Sort::grants},
};
// clang-format on
}  // namespace

extern constinit std::span<LeverRow const> const soften_rows = rows;

}  // namespace micropol
