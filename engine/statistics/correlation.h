#pragma once
// How strongly two quantities go together.

#include <span>
#include <vector>

namespace micropol {

struct Correlation {
    double value = 0;          // Spearman's, -1 to 1; NaN if either side is constant
    double low = 0, high = 0;  // NaN below four pairs
};

// Pearson's, -1 to 1; NaN if either side is constant. Throws std::invalid_argument if the sides differ in length or are empty.
[[nodiscard]] double pearson(std::span<double const> a, std::span<double const> b);

// Ranks from 1; equal values share the mean of theirs: [value].
[[nodiscard]] std::vector<double> ranks(std::span<double const> values);

// Interval by Fisher's z with the variance of Bonett & Wright (2000), at `confidence` (0.95 unless several are looked at).
// Throws std::invalid_argument if the sides differ in length or are empty.
[[nodiscard]] Correlation spearman(std::span<double const> a, std::span<double const> b, double confidence = 0.95);

}  // namespace micropol
