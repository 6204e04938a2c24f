#pragma once
// On which side of its point the name of each point of a scatter stands, so that crowded names can be read. Office programs place
// none of them themselves.

#include <string_view>
#include <vector>

#include "report/chart.h"

namespace micropol {

// Points, 72 to an inch; x to the right, y downwards.
struct LabelBox {
    double left = 0, top = 0, right = 0, bottom = 0;
};
struct PlacedLabel {
    std::string_view side;  // as DrawingML calls it: r, l, t, b
    LabelBox box;           // where it is then, of a chart of usual size
};

// [point] Those overlap each other and other points as little as can be found, then whiskers. chart: a scatter with both ranges;
// otherwise each name is on the right.
[[nodiscard]] std::vector<PlacedLabel> placed_labels(Chart const& chart);

}  // namespace micropol
