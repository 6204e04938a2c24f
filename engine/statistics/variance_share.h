#pragma once
// How much of a variance something explains, by one-way analysis of variance.

#include <cstddef>
#include <span>

namespace micropol {

struct VarianceShare {
    double value = 0;          // may fall below 0 a little where nothing is explained; NaN if nothing varies
    double low = 0, high = 0;  // in [0, 1]
    double by_chance = 1;      // how likely at least as much would be if nothing were explained: F test
};

// Share of the variance of values that the groups they fall into explain: epsilon squared (T. L. Kelley 1935, PNAS 21),
// with the interval of eta squared by inversion of the noncentral F distribution (J. H. Steiger 2004, Psychological
// Methods 9) in the approximation of N. C. Severo, M. Zelen (1960), Biometrika 47. group: [value], counted from 0; groups
// may be empty. NaN with fewer than two groups, or no more values than groups. Throws std::invalid_argument if the sides
// differ in length.
[[nodiscard]] VarianceShare explained_by_groups(std::span<double const> values, std::span<std::size_t const> group,
                                                double confidence = 0.95);

// The same as it is among these values, chance included: eta squared. NaN if nothing varies.
[[nodiscard]] double share_of_groups(std::span<double const> values, std::span<std::size_t const> group);

// Share of the variance of one block's value that lies between points: the intraclass correlation, with its exact interval
// under normality (S. R. Searle 1971, Linear Models). values: [point * blocks + block]; NaN with one point or one block.
// Points drawn at random, blocks their own. Throws std::invalid_argument if the values do not fit.
[[nodiscard]] VarianceShare share_between_points(std::span<double const> values, std::size_t blocks, double confidence = 0.95);

}  // namespace micropol
