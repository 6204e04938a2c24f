#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 0.8, .range = {0, 1},
     .description = "communication to a fully targeted person at full intensity", .source = assumed},
    {.name = "moderation", .unit = Unit::share, .default_value = 0.3, .range = {0, 1},
     .description = "moderation felt by a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0), cost_per_head(0.08), credibility(0.002),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const personal_conversation{
    {"personal_conversation",
     {lever_reads, {}, lever_updates<Column::communication, Column::moderation>},
     parameters,
     "Superiors talk with each of those targeted in person, and listen."},
    "Face-to-face talk is the richest medium for ambiguous matters (Daft & Lengel 1986); rational persuasion and ingratiation work better than pressure (Higgins et al. 2003).",
    "Who is not believed persuades nobody in person either: it works by the credibility of the sponsor (information), and those left out envy as before (ties).",
    make_intervention<RaiseLevers<Column::communication, Column::moderation>>};

}  // namespace micropol
