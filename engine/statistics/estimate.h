#pragma once
// Statistics in which the block is the unit of observation: sixteen histories of one organisation and one set of
// assumptions are not sixteen organisations. Sums run in the order of the values, so the same values give the same bits.

#include <cstddef>
#include <limits>
#include <span>

namespace micropol {

// What the values can be: an interval of the mean stays between. From 0 on, as shares, it is Student's t on the logit of where
// the mean lies, which covers better near an end; what may have either sign lies around 0, and is cut off at the ends.
struct Ends {
    double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
};
inline constexpr Ends open_ends = {}, ends_of_shares = {0, 1};

struct Estimate {
    double mean = 0;
    double low = 0, high = 0;          // interval of the mean, 95 % (Student's t over block means); NaN with one block
    double smallest = 0, largest = 0;  // over histories
    double between = 0, within = 0;    // variance between blocks ("who they are") and within ("luck"); between >= 0
    std::size_t blocks = 0;
};

// values: [block * 16 + history], complete blocks. Variance components by one-way analysis of variance.
// confidence: of the interval, where several are looked at together. Throws std::invalid_argument if the size is not a
// positive multiple of 16.
[[nodiscard]] Estimate estimate(std::span<double const> values, Ends ends = open_ends, double confidence = 0.95);

// The same where a block gives one value, such as the mean power of its managers: [block]. smallest, largest and between
// are those of the blocks, within is 0. Throws std::invalid_argument without any.
[[nodiscard]] Estimate estimate_of_blocks(std::span<double const> values, Ends ends = open_ends, double confidence = 0.95);

// The same for a share of histories (0 or 1 each): Wilson's interval (1927) with the number of independent observations
// that the clustering leaves (Kish's design effect, 1965) and Student's t, so that it stays in [0, 1] and says something
// sensible about 0 % and 100 %. A history may count in part, such as half where two are equally good.
[[nodiscard]] Estimate estimate_share(std::span<double const> values);

// The same for independent observations, of which `hits` were so: Wilson's interval. Throws std::invalid_argument with fewer
// than two.
[[nodiscard]] Estimate estimate_independent_share(std::size_t hits, std::size_t observations, double confidence = 0.95);

// A share among some of the histories, such as those that failed: both [block * 16 + history], 0 or 1 each. A ratio of two
// sums over blocks; blocks without any of them have no say. NaN throughout, with 0 blocks, if there are none at all.
[[nodiscard]] Estimate estimate_share_among(std::span<double const> values, std::span<double const> among);

// Difference a - b of two variants under the same chance: paired by block. ends: of a and b.
[[nodiscard]] Estimate paired_difference(std::span<double const> a, std::span<double const> b, Ends ends = open_ends,
                                         double confidence = 0.95);
// Where a difference of two such values can lie.
[[nodiscard]] constexpr Ends ends_of_difference(Ends ends) { return {ends.low - ends.high, ends.high - ends.low}; }

}  // namespace micropol
