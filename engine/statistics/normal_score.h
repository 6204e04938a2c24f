#pragma once
// The standard normal distribution from additions, products, roots and the project's own log and exp: the same bits everywhere.

namespace micropol {

// The point below which that share lies; 0 < share < 1. M. J. Wichura (1988), algorithm AS 241, Applied Statistics 37.
[[nodiscard]] double normal_score(double share);

// The share below a point, at least 1e-9 and at most 1 - 1e-9. G. Marsaglia (2004), Journal of Statistical Software 11.
[[nodiscard]] double share_below(double score);

}  // namespace micropol
