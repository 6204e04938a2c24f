#include "interventions/lever_row.h"

namespace micropol {

namespace {
// clang-format off
constexpr LeverRow rows[] = {
    {.key = "quick_win",
     .description = "An early success is sought, shown to those targeted and made the occasion to speak of the whole.",
     .evidence = "Small wins make change look attainable (Weick 1984) and visible ones are standard advice (Kotter 1995); controlled evidence is missing.",
     .counter_move = "Only what the tool does show can be told: without worth nobody believes it (information), and a win proclaimed too early costs the sponsor credibility.",
     .raises = {{Column::story, 1, "telling of early success to a fully targeted person at full intensity"},
                {Column::communication, 0.5, "communication to a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 2, .working_time = 0.005},
     .timing = Timing{Column::worth, 0.0f, "there is nothing yet to show"},
     .sort = Sort::announcements},
    {.key = "success_story",
     .description = "What has worked is told to those targeted.",
     .evidence = "Visible success is standard advice (Kotter 1995); in threshold models seeing others act is what tips people (Granovetter 1978), whether a story counts as seeing is open.",
     .counter_move = "Only what the tool does show can be told, and only as far as the teller is believed (information).",
     .raises = {{Column::story, 1, "telling of what has worked to a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 0.5, .working_time = 0.001},
     // An article of 300 words, read in a good minute, up to a minute of news each working day.
     .figures = {{&Costs::cost_per_head, Grade::identity},
                 {&Costs::working_time, Grade::practice, "swoop_2024", Range{0.0005, 0.0021}}},
     .timing = Timing{Column::worth, 0.0f, "there is nothing yet to tell"},
     .sort = Sort::announcements},
    {.key = "town_hall",
     .description = "The top speaks to those targeted all at once and answers questions.",
     .evidence = "A message persuades as far as its sender is believed, and trust is lost faster than won (Slovic 1993); meetings carry more than text and less than a conversation (Daft & Lengel 1986).",
     .counter_move = "Who knows better by experience or from colleagues believes these (information); awareness also reaches those who will oppose (adoption).",
     .raises = {{Column::communication, 0.5, "communication to a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 1, .cost_per_head = 0.004, .working_time = 0.005},
     // An hour, every month in a third of firms, every quarter in a quarter of them, every week in an eighth.
     .figures = {{&Costs::working_time, Grade::practice, "shallot_2023", Range{0.0019, 0.025}}},
     .sort = Sort::announcements,
     .by_the_top = true},
    {.key = "e_mail",
     .description = "Those targeted are written to.",
     .evidence = "Text is the leanest medium and serves ambiguous matters badly (Daft & Lengel 1986).",
     .counter_move = "It is read and forgotten: belief follows colleagues and experience instead (information).",
     .raises = {{Column::communication, 0.2, "communication to a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 0.1, .working_time = 0.001},
     // Three hours to write one, and an hour of work costs 33.5 euros in the European Union, 43.4 in Germany (2024). To read them takes
     // 33 minutes a month for 14 e-mails, took 52 for 16 the year before.
     .figures = {{&Costs::weekly_cost, Grade::practice, "greenop_gadsby_2017", Range{0.085, 0.13}},
                 {&Costs::cost_per_head, Grade::identity},
                 {&Costs::working_time, Grade::practice, "politemail_2026", Range{0.0009, 0.0014}}},
     .sort = Sort::announcements},
    {.key = "personal_conversation",
     .description = "Superiors talk with each of those targeted in person, and listen.",
     .evidence = "Face-to-face talk is the richest medium for ambiguous matters (Daft & Lengel 1986); rational persuasion and ingratiation work better than pressure (Higgins et al. 2003).",
     .counter_move = "Who is not believed persuades nobody in person either: it works by the credibility of the sponsor (information), and those left out envy as before (ties).",
     .raises = {{Column::communication, 0.8, "communication to a fully targeted person at full intensity"},
                {Column::moderation, 0.3, "moderation felt by a fully targeted person at full intensity"}},
     .costs = {.cost_per_head = 0.015, .working_time = 0.01},
     // Two people talk, and there is nothing else to pay. 43 minutes on average, every month to every week.
     .figures = {{&Costs::weekly_cost, Grade::identity},
                 {&Costs::working_time, Grade::practice, "reclaim_2021", Range{0.004, 0.018}}},
     .sort = Sort::conversations},
};
// clang-format on
}  // namespace

extern constinit std::span<LeverRow const> const tell_rows = rows;

}  // namespace micropol
