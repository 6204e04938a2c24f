#include "interventions/lever_row.h"

namespace micropol {

namespace {
// clang-format off
constexpr LeverRow rows[] = {
    {.key = "executive_mandate",
     .description = "The top insists: everyone targeted feels pressure to use the tool.",
     .evidence = "Support from the top goes with success, but powerful executives also breed decoupling, adoption for show (Westphal & Zajac 1994); pressure beyond what people can carry meets reactance (Brehm 1966).",
     .counter_move = "Losers turn against it in private once it exceeds what moderation and trust can carry, and show in public what is wanted (attitude); strain rises (climate).",
     .raises = {{Column::pressure, 1, "pressure on a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 1.2, .working_time = 0.005},
     // A sponsor spends thirteen hours a week, at 60 to 120 euros.
     .figures = {{&Costs::weekly_cost, Grade::practice, "pmi_2014", Range{0.8, 1.6}}},
     .timing = Timing{Column::momentum, 0.2f, "the top insists on what it no longer funds"},
     .sort = Sort::demands,
     .by_the_top = true},
    {.key = "goals_and_deadlines",
     .description = "Those targeted are set goals and deadlines for the use of the tool.",
     .evidence = "Specific and difficult goals raise performance where people accept them and are able to reach them (Locke & Latham 2002); what is demanded of form is also met in form (Westphal & Zajac 1994).",
     .counter_move = "People hurry: those who are not convinced use the tool for show (adoption), and deadlines push like pressure, up to reactance (attitude).",
     .raises = {{Column::deadlines, 1, "bindingness of goals and deadlines for a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 1, .cost_per_head = 0.002, .working_time = 0.01},
     // Half an hour every other week to three quarters every week, to see how far one is.
     .figures = {{&Costs::working_time, Grade::practice, "jop_2026", Range{0.006, 0.019}}},
     .timing = Timing{Column::aware_share, 0.5f, "goals are set to people most of whom have not heard of the change"},
     .sort = Sort::demands,
     .by_the_top = true},
    {.key = "joint_goals",
     .description = "Marketing and Sales are given goals that they can only reach together.",
     .evidence = "Goals that neither group reaches alone reduced hostility between groups where contact alone had not (Sherif 1958), in a field study of boys; at work this is an analogy.",
     .counter_move = "Nobody is moved by goals shared with people of the own department: trust grows across Marketing and Sales only (ties), and distrust that is earned anew each month eats it up.",
     .raises = {{Column::joint_goals, 1, "weight of joint goals for a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 1, .cost_per_head = 0.002, .working_time = 0.01},
     .sort = Sort::rules,
     .by_the_top = true},
    {.key = "decision_rights",
     .description = "Those targeted are given a say in the decisions on the transformation, beyond what the rule gives them.",
     .evidence = "Formal authority over a decision is one base of power among several, beside coping with uncertainty (Hickson et al. 1971); a voting weight is not yet power over outcomes (Shapley & Shubik 1954).",
     .counter_move = "Whoever is given a say uses it for the own coalition: a bloc votes by its stance, also against the transformation (governance).",
     .raises = {{Column::say, 1, "added weight in decisions for a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 0.2, .working_time = 0.01},
     // One hour to a couple of hours a month.
     .figures = {{&Costs::cost_per_head, Grade::identity},
                 {&Costs::working_time, Grade::practice, "panorama_2026", Range{0.0058, 0.0116}}},
     .sort = Sort::grants,
     .by_the_top = true},
    {.key = "restructuring",
     .description = "Work and reporting of those targeted are rearranged across Marketing and Sales.",
     .evidence = "Marketing and Sales gain from common structures only if they come to trust each other; influence of departments has moved regardless of charts (Homburg et al. 2015). Effects of restructuring are mixed, and the insecurity it brings is better established than its benefit.",
     .counter_move = "Contacts tear (ties) and those concerned fear for their jobs (stakes).",
     .raises = {{Column::restructuring, 1, "rearrangement of work and reporting of a fully targeted person at full intensity", Grade::identity},
                {Column::joint_goals, 0.4, "weight of joint goals for a fully targeted person at full intensity"}},
     .costs = {.weekly_cost = 5, .cost_per_head = 0.1, .working_time = 0.03},
     .sort = Sort::structure,
     .by_the_top = true},
    {.key = "sidelining",
     .description = "Those targeted are moved to where they have no say.",
     .evidence = "Blockers in powerful positions do stop changes (Markus 1983) and practice advises to confront them (Kotter 1995); open attacks on a group also turn resistance from the system to its advocates (Lapointe & Rivard 2005). What is compared here are measures: it is no ground for decisions about single persons.",
     .counter_move = "Losers see what happens to their like and look for allies (coalitions); those sidelined keep contacts and voice their view (attitude).",
     .raises = {{Column::sidelining, 1, "loss of say of a fully targeted person at full intensity", Grade::identity}},
     .costs = {.weekly_cost = 1, .cost_per_head = 0.5},
     .sort = Sort::structure,
     .by_the_top = true},
};
// clang-format on
}  // namespace

extern constinit std::span<LeverRow const> const direct_rows = rows;

}  // namespace micropol
