#pragma once
// An interval drawn with characters: ├──●──┤

#include <string>

#include "statistics/estimate.h"

namespace micropol {

struct Axis {
    double left = 0, right = 0;  // values at the first and the last column
    int columns = 0;
};

// Exactly axis.columns wide; ┊ marks 0 where the axis has it. Only the dot where there is no interval.
[[nodiscard]] std::string drawn(Estimate const& estimate, Axis const& axis);

}  // namespace micropol
