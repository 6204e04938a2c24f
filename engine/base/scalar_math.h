#pragma once
// log and exp of one double from additions, multiplications and divisions only: the same bits everywhere, which libm does
// not promise. For what is drawn once a block; relative error below 1e-14.

namespace micropol {

[[nodiscard]] double log_of(double x);  // x > 0
[[nodiscard]] double exp_of(double x);  // 0 below -700; x <= 700

// Of what halves in `half_life` weeks: the share that a week leaves, and the share that it takes; with a half-life of 0 all of it.
[[nodiscard]] inline double kept_of(double half_life) { return half_life > 0 ? exp_of(-log_of(2.0) / half_life) : 0; }
[[nodiscard]] inline double pace_of(double half_life) { return 1 - kept_of(half_life); }

}  // namespace micropol
