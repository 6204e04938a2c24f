#pragma once
// How much each of several causes adds to the others, mean over all orders in which they could have come (L. S. Shapley 1953, A value
// for n-person games).

#include <span>
#include <vector>

namespace micropol {

// values: [subset], bit k of a subset says that cause k is there; 2^n of them. [cause]; sums to all minus none but for rounding.
// Throws std::invalid_argument for another number of values.
[[nodiscard]] std::vector<double> shapley_values(std::span<double const> values);

}  // namespace micropol
