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

}  // namespace micropol
