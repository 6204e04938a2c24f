#pragma once
// Which uncertain numbers decide a result, and how much of its spread is chance instead.
//
// An answer is what one design point gave in `blocks` independent blocks: values[point * blocks + block]. Its mean is that
// of a function of the point plus noise. Averages over different blocks only, x̄ȳ - cov(x, y) / blocks, estimate products
// of the function's own values without bias (W. Hoeffding 1948, Annals of Mathematical Statistics 19), whether or not the
// points share their chance; squares are the case x = y. All variances here are made of such products, so that indices are
// those of the expected result, as in J. L. Hart, A. Alexanderian, P. A. Gremaud (2017), SIAM Journal on Scientific
// Computing 39, and not of one more block. With one block noise cannot be told from effects: NaN, nothing is corrected.
//
// Points of one row or trajectory may share their chance (the same blocks), which makes differences sharper. Rows should
// not: intervals are over rows, and say nothing about blocks that all rows have in common.
//
// All throw std::invalid_argument if the values do not fit the design.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "statistics/design.h"
#include "statistics/estimate.h"

namespace micropol {

// M. D. Morris (1991), Technometrics 33; mu_star: F. Campolongo, J. Cariboni, A. Saltelli (2007), Environmental Modelling &
// Software 22. The effect of a step is the change of the result over that of the coordinate.
struct ElementaryEffects {
    Estimate mu;           // mean effect over trajectories
    Estimate mu_star;      // mean size of an effect
    double sigma = 0;      // standard deviation of the effect, without noise: curvature and interactions
    double by_chance = 0;  // the mu_star that noise alone would give a number without effect: sqrt(2 / pi) its deviation
};

// [dimension]. points: of morris_trajectories, or any list in which trajectories of dimensions + 1 points change each
// coordinate once.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(Points const& points, std::span<double const> values,
                                                                std::size_t blocks);

struct Index {
    double value = 0;
    double low = 0, high = 0;  // NaN without resamples, or if one of them finds no variance to share out
};

// Indices are shares of `variance`, and NaN where that is not positive. They may leave [0, 1] a little: they are not
// clipped, so that averages stay right.
struct SobolIndices {
    double variance = 0;        // of the expected result over the unit cube: what the numbers do
    double noise = 0;           // variance of a point's mean around it: chance
    double noise_share = 0;     // noise / (variance + noise)
    std::vector<Index> first;   // [dimension]: alone; Saltelli et al. (2010), Computer Physics Communications 181
    std::vector<Index> total;   // [dimension]: with all interactions; M. J. W. Jansen (1999), same journal 117
    std::vector<Index> second;  // [pair_number]: two together beyond each alone; A. Saltelli (2002), same journal 145
};

// Where the pair i < j stands in SobolIndices::second: 01, 02, …, 12, …
[[nodiscard]] constexpr std::size_t pair_number(std::size_t i, std::size_t j, std::size_t dimensions) {
    return i * (2 * dimensions - i - 1) / 2 + j - i - 1;
}

// Intervals by the studentised bootstrap over rows (P. Hall 1988, Annals of Statistics 16), which ratios of skewed averages
// need: percentiles of the resampled indices themselves cover up to 2.5 points less. Which resample bounds the interval:
// A. C. Davison, D. V. Hinkley (1997), Bootstrap Methods and their Application.
struct Bootstrap {
    std::uint64_t seed = 0;
    std::size_t resamples = 1000;
    double confidence = 0.95;
};

// values: of the points of saltelli_design. Intervals are right for random rows; rows of Sobol's sequence are better than
// random, so that theirs are wider than need be, unless noise prevails.
[[nodiscard]] SobolIndices sobol_indices(std::span<double const> values, std::size_t blocks, std::size_t dimensions,
                                         bool second_order, Bootstrap const& bootstrap);

}  // namespace micropol
