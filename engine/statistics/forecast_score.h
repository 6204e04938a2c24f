#pragma once
// How good a forecast was that names what may come rather than a point.

#include <cstddef>
#include <span>
#include <vector>

#include "statistics/estimate.h"

namespace micropol {

// Continuous ranked probability score of an ensemble of equally likely values, in the unit of the values; less is better. For two
// ensembles of different size without favour to the larger ("fair"): C. A. T. Ferro (2014), QJRMS 140. Throws std::invalid_argument
// for fewer than two values.
[[nodiscard]] double crps(std::span<double const> ensemble, double happened);

// Whether what happened lies in the central part of the ensemble that holds `share` of it.
[[nodiscard]] bool covered(std::span<double const> ensemble, double happened, double share);

// How much less of the score a forecast leaves than another one: 1 - its mean / the other's mean, with the interval over
// companies, paired: [company] mean scores. Above 0 is better than the other. Throws std::invalid_argument if they differ in length
// or the other never errs.
[[nodiscard]] Estimate skill(std::span<double const> scores, std::span<double const> of_other);

}  // namespace micropol
