#pragma once
// Drawn with characters: an interval, ├──●──┤, and points in a plane.

#include <span>
#include <string>
#include <vector>

#include "statistics/estimate.h"

namespace micropol {

struct Axis {
    double left = 0, right = 0;  // values at the first and the last column
    int columns = 0;
};

// Exactly axis.columns wide; ┊ marks 0 where the axis has it. Only the dot where there is no interval.
[[nodiscard]] std::string drawn(Estimate const& estimate, Axis const& axis);

struct Dot {
    double across = 0, up = 0;
    char mark = '*';
};

// Lines from top to bottom with an axis at the left and one below; a later dot covers an earlier one. up.columns: lines.
[[nodiscard]] std::vector<std::string> scattered(std::span<Dot const> dots, Axis const& across, Axis const& up);

}  // namespace micropol
