#include "base/scalar_math.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace micropol {
namespace {

constexpr double promised = 1e-14;

// Relative error over doubles of every exponent, from low to high: their bits are ordered as they are.
double worst_error(double low, double high, auto&& ours, auto&& truth) {
    constexpr std::uint64_t stride = 0x0000'03a7'1b2d'4f61;  // 2^52 / stride: about 1,100 fractions an exponent
    double worst = 0;
    std::uint64_t const last = std::bit_cast<std::uint64_t>(high);
    for (std::uint64_t now = std::bit_cast<std::uint64_t>(low); now <= last; now += stride) {
        double const x = std::bit_cast<double>(now), result = ours(x), expected = truth(x);
        worst = std::max(worst, std::isfinite(result) ? std::abs(result - expected) / std::abs(expected) : HUGE_VAL);
    }
    return worst;
}

TEST(ScalarMath, log_is_within_1e_14) {
    EXPECT_LE(worst_error(
                  2.3e-308, 1.7e308, [](double x) { return log_of(x); }, [](double x) { return std::log(x); }),
              promised);
    EXPECT_EQ(log_of(1), 0);
    for (double const near_one : {1 + 0x1p-52, 1 - 0x1p-53, 1 + 0x1p-30, 1 - 0x1p-20})
        EXPECT_NEAR(log_of(near_one) / std::log(near_one), 1, promised);
}

TEST(ScalarMath, exp_is_within_1e_14) {
    auto const truth = [](double x) { return std::exp(x); };
    EXPECT_LE(worst_error(
                  1e-300, 700, [](double x) { return exp_of(x); }, truth),
              promised);
    EXPECT_LE(worst_error(
                  1e-300, 700, [](double x) { return exp_of(-x); }, [](double x) { return std::exp(-x); }),
              promised);
    EXPECT_EQ(exp_of(0), 1);
    EXPECT_EQ(exp_of(-701), 0);
}

}  // namespace
}  // namespace micropol
