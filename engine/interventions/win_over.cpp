#include "interventions/lever_row.h"

namespace micropol {

namespace {
// clang-format off
constexpr LeverRow rows[] = {
    {.key = "guiding_coalition",
     .description = "Those targeted are recruited to lead the change together.",
     .evidence = "A guiding coalition is standard advice from practice (Kotter 1995); who can lead a change depends on the position in the informal network more than on rank (Battilana & Casciaro 2012).",
     .counter_move = "Losers see it gather and look for allies themselves (coalitions).",
     .raises = {{Column::guidance, 1, "part in the guiding coalition of a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 0.5, .working_time = 0.05},
     .figures = {{&Costs::cost_per_head, Grade::identity}},
     .sort = Sort::participation,
     .by_the_top = true},
    {.key = "champions",
     .description = "Those targeted help their colleagues with the tool and speak for it.",
     .evidence = "Champions of new technology are found in successful adoptions (Howell & Higgins 1990) and help from colleagues lowers the cost of switching (Kim & Kankanhalli 2009); most studies compare after the fact.",
     .counter_move = "Only contacts are helped: who has no tie to a champion stays where they are (adoption), and those who resist go on persuading against it (attitude).",
     .raises = {{Column::championing, 1, "help given by a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 0.5, .cost_per_head = 0.003, .working_time = 0.08},
     // Typically five hours a week; elsewhere four to six a month for those who teach colleagues.
     .figures = {{&Costs::working_time, Grade::practice, "gitlab_2025", Range{0.025, 0.125}}},
     .sort = Sort::participation},
    {.key = "task_force",
     .description = "Those targeted shape the change in a task force, freed from part of their work.",
     .evidence = "Participation went with less resistance and better goal achievement in a strategic change (Lines 2004), by what managers said of themselves in one firm.",
     .counter_move = "Losers take part and stay losers: their switching costs fall, their expected losses do not (stakes).",
     .raises = {{Column::participation, 1, "part in shaping the change of a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 1, .working_time = 0.2},
     // A key user's time: a tenth before a tool is introduced, 30 to 50 % while it is, a fifth once it is in use.
     .figures = {{&Costs::cost_per_head, Grade::identity}, {&Costs::working_time, Grade::practice, "sis_2026", Range{0.1, 0.5}}},
     .sort = Sort::participation},
    {.key = "workshop",
     .description = "Those targeted discuss and shape the change in workshops beside their work.",
     .evidence = "Participation went with less resistance and better goal achievement in a strategic change (Lines 2004), by what managers said of themselves in one firm; less of it, less effect, is assumed.",
     .counter_move = "Losers take part and stay losers: their switching costs fall, their expected losses do not (stakes).",
     .raises = {{Column::participation, 0.6, "part in shaping the change of a fully targeted person at full intensity"},
                {Column::communication, 0.3, "communication to a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 1, .cost_per_head = 0.07, .working_time = 0.05},
     // What Scrum gives for each week between two of its meetings: an hour to review, 45 minutes to look back, two hours to plan.
     .figures = {{&Costs::working_time, Grade::practice, "schwaber_sutherland_2020", Range{0.025, 0.094}}},
     .sort = Sort::participation},
};
// clang-format on
}  // namespace

extern constinit std::span<LeverRow const> const win_over_rows = rows;

}  // namespace micropol
