#pragma once
// From the unit cube to scenarios: what a design point means for the numbers and words that are swept.

#include <span>
#include <vector>

#include "base/parameter.h"
#include "scenario/factor.h"
#include "statistics/design.h"

namespace micropol {

// The value below which the share u of a distribution lies; u in [0, 1]. A normal is cut off at the range, as sampling does.
[[nodiscard]] double value_at(Distribution const& distribution, Range range, double u);

// The same of any factor, as a number: of words, which of them it is.
[[nodiscard]] double coordinate_at(Factor const& factor, double u);
// As the scenario is told: "0.35", "committee".
[[nodiscard]] std::string written_at(Factor const& factor, double u);
// A distribution without ends, or with ends that hardly ever come up: a normal or a beta.
[[nodiscard]] bool has_remote_ends(Factor const& factor);
// How many values a factor has: 0 where it has as many as one likes.
[[nodiscard]] std::size_t count_of_values(Factor const& factor);

// One override a factor: point[factor] is its share. Numbers are written with as many digits as tell them apart.
// Throws std::invalid_argument if the point has another number of coordinates, or one outside [0, 1].
[[nodiscard]] std::vector<Override> overrides_at(std::span<Factor const> factors, Point const& point);

}  // namespace micropol
