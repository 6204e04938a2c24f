#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "part in the guiding coalition of a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.5), cost_per_head(0.2), credibility(0.002),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const guiding_coalition{
    {"guiding_coalition",
     {lever_reads, {}, lever_updates<Column::guidance>},
     parameters,
     "Those targeted are recruited to lead the change together."},
    "A guiding coalition is standard advice from practice (Kotter 1995); who can lead a change depends on the position in the informal network more than on rank (Battilana & Casciaro 2012).",
    "Losers see it gather and look for allies themselves (coalitions).",
    make_intervention<RaiseLevers<Column::guidance>>};

}  // namespace micropol
