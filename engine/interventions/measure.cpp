#include "interventions/lever_row.h"

namespace micropol {

namespace {
// clang-format off
constexpr LeverRow rows[] = {
    {.key = "quality_metrics",
     .description = "Performance figures are redesigned: quality of leads and deals counts, and less their number.",
     .evidence = "Pay on a measure that is out of line with value distorts effort (Baker 2002), and people time and shape their figures to steep schemes (Larkin 2014); how well quality itself can be measured decides what is won.",
     .counter_move = "Effort leaves quantity at once, and measured output with it (performance); those who still gain by volume go on gaming what is left of it (tactics).",
     .raises = {{Column::quality_pay, 0.6, "shift of pay from quantity to quality for a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 2, .cost_per_head = 0.01, .working_time = 0.01},
     // A seat of a program that works out commissions: 35 to 50 dollars a month.
     .figures = {{&Costs::cost_per_head, Grade::practice, "quotapath_2026", Range{0.007, 0.011}}},
     .sort = Sort::rules},
    {.key = "metric_audit",
     .description = "Figures are checked, and those who flatter them are called to account.",
     .evidence = "With a penalty as high as the pay for a unit nobody gains by gaming; that follows from the model of distorted incentives (Baker 2002) and is not a measured size. Salespeople do game what is not checked (Larkin 2014).",
     .counter_move = "Below the full penalty gaming shrinks and does not end (performance), and where it does not pay people turn to other tactics (tactics).",
     .raises = {{Column::audit, 0.6, "added expected penalty for gaming, for a fully targeted person at full intensity, in units of pay for a unit of work"}},
     .costs = {.weekly_cost = 2, .cost_per_head = 0.02, .working_time = 0.01},
     .sort = Sort::examinations},
    {.key = "lead_tracking",
     .description = "It is tracked what becomes of each lead that Marketing passes on.",
     .evidence = "Among 461 representatives of four firms tracking goes with more time for Marketing's leads, and less so the more experienced they are (Sabnis et al. 2013); a survey, no trial.",
     .counter_move = "Those of long experience answer to it least, and poor leads are not pursued for being counted (performance).",
     .raises = {{Column::lead_tracking, 0.6, "how far leads are tracked for a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 1, .cost_per_head = 0.01, .working_time = 0.01},
     // A seat for it costs 25 to 165 dollars a month.
     .figures = {{&Costs::cost_per_head, Grade::practice, "salesforcenegotiations_2026", Range{0.005, 0.035}}},
     .sort = Sort::rules},
    {.key = "usage_bonus",
     .description = "Part of the pay hangs on using the tool: what is not in it does not count.",
     .evidence = "Pay moves behaviour where it is large enough, and may take away other reasons for it and leave less than before when it ends (Gneezy et al. 2011); what is rewarded by its form is met in form (Westphal & Zajac 1994). What it does to the use of a tool in earnest is not measured.",
     .counter_move = "Who is not convinced uses the tool for show and takes the bonus (adoption); when it ends people miss what they had come to count on (stakes).",
     .raises = {{Column::usage_bonus, 0.1, "share of pay that hangs on using the tool, for a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 1, .cost_per_head = 0.1},
     // Being paid takes no time.
     .figures = {{&Costs::working_time, Grade::identity}},
     .sort = Sort::rules,
     .by_the_top = true},
    {.key = "customer_evidence",
     .description = "Decisions have to be argued from evidence on what serves the customer.",
     .evidence = "Firms that decide by data are somewhat more productive (Brynjolfsson et al. 2011), which does not show that evidence sways a divided body; reports get coarser as interests part (Crawford & Sobel 1982).",
     .counter_move = "Those with something to hide make the reports coarse: what is shown is then flattered by belief and by use for show (information, governance).",
     .raises = {{Column::evidence, 0.4, "how far a fully targeted person must decide by evidence at full intensity"}},
     .costs = {.weekly_cost = 3, .working_time = 0.02},
     .sort = Sort::rules},
    {.key = "outside_advisor",
     .description = "An advisor from outside looks into the matter and reports to the top.",
     .evidence = "Insiders filter what the top gets to see (Pettigrew 1972), and interest makes their reports coarse (Crawford & Sobel 1982); an outsider without a stake sees more, which is an inference and not a measured effect.",
     .counter_move = "Those looked into take offence and share less with one another (information).",
     .raises = {{Column::outside_advice, 0.8, "advice that reaches a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 10, .working_time = 0.01},
     // Five days of one consultant: 1,350 euros a day for a junior, 1,950 for a manager, 2,550 for a partner; paid by the day, not by head.
     .figures = {{&Costs::weekly_cost, Grade::practice, "bdu_2023", Range{6.7, 12.8}}, {&Costs::cost_per_head, Grade::identity}},
     .sort = Sort::examinations},
};
// clang-format on
}  // namespace

extern constinit std::span<LeverRow const> const measure_rows = rows;

}  // namespace micropol
