#pragma once
// log and exp of one double from additions, multiplications and divisions only: the same bits everywhere, which libm does
// not promise. For what is drawn once a block; relative error below 1e-14.

namespace micropol {

[[nodiscard]] double log_of(double x);  // x > 0
[[nodiscard]] double exp_of(double x);  // 0 below -700; x <= 700

}  // namespace micropol
