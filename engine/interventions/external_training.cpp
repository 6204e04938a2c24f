#include "interventions/lever.h"

namespace micropol {

namespace {
// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "effect", .unit = Unit::share, .default_value = 1, .range = {0, 1},
     .description = "training of a fully targeted person at full intensity", .source = assumed},
    {.name = "outside_advice", .unit = Unit::share, .default_value = 0.2, .range = {0, 1},
     .description = "outside view that the trainers bring to a fully targeted person at full intensity", .source = assumed},
    weekly_cost(1), cost_per_head(0.25), credibility(0),
};
// clang-format on
}  // namespace

extern constinit InterventionKind const external_training{
    {"external_training",
     {lever_reads, {}, lever_updates<Column::training, Column::outside_advice>},
     parameters,
     "Trainers from outside teach those targeted to read data; they see what goes on, and are seen as strangers."},
    "Much of what is learned in courses never reaches the job unless the work and superiors support it (Baldwin & Ford 1988); skill itself is a facilitating condition of use (Venkatesh et al. 2003).",
    "Some take offence at strangers and share less (information); those who could read data before lose their rarity (power).",
    make_intervention<RaiseLevers<Column::training, Column::outside_advice>>};

}  // namespace micropol
