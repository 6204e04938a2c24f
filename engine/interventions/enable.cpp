#include "interventions/lever_row.h"

namespace micropol {

namespace {
// clang-format off
constexpr LeverRow rows[] = {
    {.key = "shared_data_access",
     .description = "Customer and campaign data are opened to those targeted instead of passing through those who hold them.",
     .evidence = "What all can get at no longer gives power to those who keep it (Hickson et al. 1971; Pettigrew 1972).",
     .counter_move = "Those whose power rests on what they know share less of what is in their heads (information).",
     .raises = {{Column::shared_access, 1, "opening of data to a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 2, .cost_per_head = 0.01, .working_time = 0.005},
     // A seat of a tool for reports: 14 to 75 dollars a month.
     .figures = {{&Costs::cost_per_head, Grade::practice, "salesforcenegotiations_2026", Range{0.003, 0.016}}},
     .sort = Sort::grants},
    {.key = "training",
     .description = "Those targeted are taught by colleagues to read data and to decide with them.",
     .evidence = "Self-efficacy lowers the cost of switching (Kim & Kankanhalli 2009) and skill is a facilitating condition of use (Venkatesh et al. 2003); what many can do makes nobody powerful (Hickson et al. 1971).",
     .counter_move = "Those who could read data before lose their rarity and with it power (power), so that they may turn from winners into losers (stakes).",
     .raises = {{Column::training, 1, "training of a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 0.5, .cost_per_head = 0.1, .working_time = 0.05},
     // Two hours: at 35 euros an hour besides wages in Germany (1,236 euros for 18.3 hours, half of them wages), up to 165 dollars in the
     // survey that is cited for trainers from outside.
     .figures = {{&Costs::cost_per_head, Grade::practice, "seyda_placke_2020", Range{0.065, 0.3}}},
     .sort = Sort::learning},
    {.key = "external_training",
     .description = "Trainers from outside teach those targeted to read data; they see what goes on, and are seen as strangers.",
     .evidence = "Much of what is learned in courses never reaches the job unless the work and superiors support it (Baldwin & Ford 1988); skill itself is a facilitating condition of use (Venkatesh et al. 2003).",
     .counter_move = "Some take offence at strangers and share less (information); those who could read data before lose their rarity (power).",
     .raises = {{Column::training, 1, "training of a fully targeted person at full intensity"},
                {Column::outside_advice, 0.2, "outside view that the trainers bring to a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 1, .cost_per_head = 0.25, .working_time = 0.05},
     // Two hours at 82 (2015) to 165 dollars (2024).
     .figures = {{&Costs::cost_per_head, Grade::practice, "atd_2025", Range{0.15, 0.31}}},
     .sort = Sort::learning},
    {.key = "pilot_project",
     .description = "Those targeted try the tool in a protected project first.",
     .evidence = "Being able to try something out and facilitating conditions go with use (Venkatesh et al. 2003), and small wins prepare larger ones (Weick 1984); pilots often are not carried over, on which there are cases more than measurements.",
     .counter_move = "Trial is not conviction: participants who see nothing in it go on to use it for show or turn away (adoption).",
     .raises = {{Column::pilot, 1, "part in the pilot of a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 2, .cost_per_head = 0.15, .working_time = 0.05},
     // A tenth of a key user's time while software is evaluated; testers elsewhere four to six hours a month.
     .figures = {{&Costs::working_time, Grade::practice, "sis_2026", Range{0.025, 0.1}}},
     .sort = Sort::learning},
    {.key = "tool_improvement",
     .description = "The tool is improved for the work of those targeted.",
     .evidence = "Expected performance and effort predict the intention to use a tool (Venkatesh et al. 2003); resistance that follows a loss of power does not answer to its quality (Markus 1983).",
     .counter_move = "Who loses power by the tool resists a good one all the more, since it will come to stay (stakes); without customer knowledge it shows little (environment).",
     .raises = {{Column::tool_support, 1, "improvement of the tool for a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 8, .working_time = 0.005},
     // What is written once costs no more for more people.
     .figures = {{&Costs::cost_per_head, Grade::identity}},
     .sort = Sort::tools},
};
// clang-format on
}  // namespace

extern constinit std::span<LeverRow const> const enable_rows = rows;

}  // namespace micropol
