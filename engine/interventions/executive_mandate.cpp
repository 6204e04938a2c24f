#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "pressure on a fully targeted person at full intensity", .source = assumed},
    weekly_cost(0.5), cost_per_head(0), credibility(-0.004), mistiming_cost(0.006),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const executive_mandate{
    {"executive_mandate",
     {lever_reads, {}, lever_updates<Column::pressure>},
     parameters,
     "The top insists: everyone targeted feels pressure to use the tool."},
    "Support from the top goes with success, but powerful executives also breed decoupling, adoption for show (Westphal & Zajac 1994); pressure beyond what people can carry meets reactance (Brehm 1966).",
    "Losers turn against it in private once it exceeds what moderation and trust can carry, and show in public what is wanted (attitude); strain rises (climate).",
    make_intervention<RaiseLevers<Column::pressure>>,
    Timing{Column::momentum, 0.2f, "the top insists on what it no longer funds"}};

}  // namespace micropol
