#pragma once
// Simulation-based calibration: over many companies of which the truth is known, its rank among the particles is uniform.
// Bands: T. Säilynoja, P.-C. Bürkner, A. Vehtari (2022), Graphical test for discrete uniformity, Statistics and Computing 32.

#include <cstddef>
#include <span>
#include <vector>

namespace micropol {

// How many particles lie below the truth, as a share, 0 to 1.
[[nodiscard]] double rank_of(std::span<double const> particles, double truth);

// Bands between which the empirical distribution of `ranks` uniform ranks stays at all `points` evenly spread points together with
// the probability that is asked for.
struct UniformBands {
    std::vector<double> at, low, high;  // [point] in (0, 1)
    double pointwise = 0;               // probability at one point alone
};
[[nodiscard]] UniformBands uniform_bands(std::size_t ranks, std::size_t points, double probability = 0.99);

// Whether they stay within. ranks: each 0 to 1.
[[nodiscard]] bool within(UniformBands const& bands, std::span<double const> ranks);

}  // namespace micropol
