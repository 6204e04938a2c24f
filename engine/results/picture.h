#pragma once
// Small pictures made of characters: an interval ├──●──┤ and a curve ▁▃▆█.

#include <span>
#include <string>

#include "statistics/estimate.h"

namespace micropol {

struct Axis {
    double left = 0, right = 0;  // values at the first and the last column
    int columns = 0;
};

// Exactly axis.columns wide; ┊ marks 0 where the axis has it. Only the dot where there is no interval.
[[nodiscard]] std::string drawn(Estimate const& estimate, Axis const& axis);

// A column for each value, from the lowest block at `low` to the full one at `high`; a space where there is no value.
[[nodiscard]] std::string sparkline(std::span<double const> values, double low, double high);

}  // namespace micropol
