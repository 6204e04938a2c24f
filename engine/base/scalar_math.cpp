#include "base/scalar_math.h"

#include <cmath>

#include "base/check.h"

namespace micropol {

namespace {
constexpr double ln2_high = 0x1.62e42fee00000p-1, ln2_low = 0x1.a39ef35793c76p-33;  // their sum is ln 2 to 107 bits
}

double log_of(double x) {
    check(x > 0, "log_of takes a positive number");
    int exponent = 0;
    double fraction = std::frexp(x, &exponent);  // exact, in [1/2, 1)
    if (fraction < 0.70710678118654752) fraction *= 2, --exponent;
    // ln m = 2 artanh s with s = (m - 1) / (m + 1), |s| < 0.172: eleven odd terms leave less than 1e-17.
    double const s = (fraction - 1) / (fraction + 1), square = s * s;
    double sum = 0;
    for (int term = 23; term >= 1; term -= 2) sum = sum * square + 1.0 / term;
    return exponent * ln2_low + 2 * s * sum + exponent * ln2_high;
}

double exp_of(double x) {
    if (x < -700) return 0;
    double const whole = std::floor(x * 1.4426950408889634 + 0.5);
    double const r = (x - whole * ln2_high) - whole * ln2_low;  // |r| < 0.35
    double sum = 1;
    for (int term = 16; term >= 1; --term) sum = 1 + sum * r / term;
    return std::ldexp(sum, int(whole));  // exact
}

}  // namespace micropol
