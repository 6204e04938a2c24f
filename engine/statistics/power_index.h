#pragma once
// Who decides in a weighted committee.

#include <cstdint>
#include <span>
#include <vector>

namespace micropol {

// Share of orders of voting in which each member is pivotal (Shapley & Shubik 1954): [member], sums to 1. A coalition wins
// with at least `quota` votes. Exact, over all coalitions by size and weight. Throws std::invalid_argument for a quota of 0
// or beyond the sum, or no member.
[[nodiscard]] std::vector<double> shapley_shubik(std::span<std::uint32_t const> weights, std::uint32_t quota);
// Share of swings (Banzhaf 1965), normalised: [member], sums to 1.
[[nodiscard]] std::vector<double> banzhaf(std::span<std::uint32_t const> weights, std::uint32_t quota);

}  // namespace micropol
