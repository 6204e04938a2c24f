#pragma once
// Small pictures made of characters: an interval ├──●──┤, points in a plane, and a curve ▁▃▆█.

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

// A column for each value, from the lowest block at `low` to the full one at `high`; a space where there is no value.
[[nodiscard]] std::string sparkline(std::span<double const> values, double low, double high);

}  // namespace micropol
