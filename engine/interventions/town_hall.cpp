#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
     .description = "communication to a fully targeted person at full intensity", .source = assumed},
    weekly_cost(1), cost_per_head(0.02), credibility(0),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const town_hall{
    {"town_hall",
     {lever_reads, {}, lever_updates<Column::communication>},
     parameters,
     "The top speaks to those targeted all at once and answers questions."},
    "A message persuades as far as its sender is believed, and trust is lost faster than won (Slovic 1993); meetings carry more than text and less than a conversation (Daft & Lengel 1986).",
    "Who knows better by experience or from colleagues believes these (information); awareness also reaches those who will oppose (adoption).",
    make_intervention<RaiseLevers<Column::communication>>};

}  // namespace micropol
