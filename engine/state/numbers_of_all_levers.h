#pragma once
// What the numbers of all levers have in common, beside what each has of its own.

#include "base/parameter.h"

namespace micropol {

inline constexpr ParameterSpec optimism_spec{
    .name = "optimism",
    .unit = Unit::one,
    .default_value = 1,
    .range = {0, 2},
    .description =
        "factor on the effects of all levers that the scenario does not give itself: trials that found nothing stay "
        "in the drawer, and what worked elsewhere works less well here",
    .source = "ioannidis_2017",
    .grade = Grade::assumption,
    .plausible = Range{0.5, 1.25}};

inline constexpr ParameterSpec mistiming_spec{
    .name = "mistiming_cost",
    .unit = Unit::share,
    .default_value = 0.007,
    .range = {0, 0.03},
    .description =
        "credibility of the sponsor that each week costs in which a lever comes at the wrong time, at full intensity; in "
        "proportion below",
    .source = assumed};

}  // namespace micropol
