#pragma once
// From the unit cube to scenarios: what a design point means for the numbers and words that are swept.

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/parameter.h"
#include "scenario/read_scenario.h"
#include "statistics/design.h"

namespace micropol {

struct WholeNumbers {
    int low, high;  // both included
};
using Words = std::vector<std::string>;  // "committee", "on"; as written in a scenario

// What is swept: a path of --set, and the values it takes. Whole numbers and words are equally likely.
struct Factor {
    std::string path;
    std::variant<Distribution, WholeNumbers, Words> values;
    Range range;  // of the field; values of a distribution stay inside
};

// The value below which the share u of a distribution lies; u in [0, 1]. A normal is cut off at the range, as sampling does.
[[nodiscard]] double value_at(Distribution const& distribution, Range range, double u);

// One override a factor: point[factor] is its share. Numbers are written with as many digits as tell them apart.
// Throws std::invalid_argument if the point has another number of coordinates, or one outside [0, 1].
[[nodiscard]] std::vector<Override> overrides_at(std::span<Factor const> factors, Point const& point);

}  // namespace micropol
