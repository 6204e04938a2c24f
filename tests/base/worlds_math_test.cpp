// exp, log, tanh and the logistic function against the double precision of <cmath>, over the whole ranges stated.

#include "base/worlds_math.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace micropol {
namespace {

struct Worst {
    double error = 0;  // relative; infinite where a result is not a number
    float at = 0;

    void note(double result, double truth, float x) {
        double const found = std::isfinite(result) ? std::abs(result - truth) / std::abs(truth) : HUGE_VAL;
        if (found > error) error = found, at = x;
    }
};

// Every `stride`-th float from low to high, both positive: floats of one sign are ordered like their bits, so that every
// exponent is swept alike. Tens of millions in all.
void sweep(float low, float high, bool negative, auto&& ours, auto&& truth, Worst& worst) {
    constexpr std::uint32_t stride = 97;
    std::uint32_t const last = std::bit_cast<std::uint32_t>(high);
    for (std::uint32_t now = std::bit_cast<std::uint32_t>(low); now <= last; now += stride * histories_per_block) {
        Worlds x;
        for (int h = 0; h < histories_per_block; ++h) {
            float const value = std::bit_cast<float>(std::min(last, now + stride * std::uint32_t(h)));
            x.set(h, negative ? -value : value);
        }
        Worlds const y = ours(x);
        for (int h = 0; h < histories_per_block; ++h) {
            worst.note(double(y[h]), truth(double(x[h])), x[h]);
        }
    }
}

constexpr float smallest_normal = std::numeric_limits<float>::min(), largest = std::numeric_limits<float>::max();
constexpr double promised = 1e-6;

TEST(WorldsMath, exp_is_within_a_millionth) {
    Worst worst;
    auto const ours = [](Worlds const& x) { return exp_of(x); };
    auto const truth = [](double x) { return std::exp(x); };
    sweep(smallest_normal, 88.0f, false, ours, truth, worst);
    sweep(smallest_normal, 87.0f, true, ours, truth, worst);
    EXPECT_LE(worst.error, promised) << "at " << worst.at;
    EXPECT_EQ(exp_of(Worlds(0.0f))[0], 1.0f);
    EXPECT_EQ(exp_of(Worlds(1000.0f))[3], exp_of(Worlds(88.0f))[3]);
    EXPECT_EQ(exp_of(Worlds(-1000.0f))[3], exp_of(Worlds(-87.0f))[3]);
}

TEST(WorldsMath, log_is_within_a_millionth) {
    Worst worst;
    sweep(
        smallest_normal, largest, false, [](Worlds const& x) { return log_of(x); }, [](double x) { return std::log(x); }, worst);
    // The logarithm of 1 is 0, whose relative error has no meaning; next to it the sweep still visits every exponent of |x - 1|.
    float next_to_one = 1;
    for (int k = 0; k < 200'000; ++k) {
        next_to_one = std::nextafter(next_to_one, 2.0f);
        worst.note(double(log_of(Worlds(next_to_one))[k % 16]), std::log(double(next_to_one)), next_to_one);
    }
    EXPECT_LE(worst.error, promised) << "at " << worst.at;
    EXPECT_EQ(log_of(Worlds(1.0f))[0], 0.0f);
    EXPECT_EQ(log_of(Worlds(-3.0f))[0], log_of(Worlds(smallest_normal))[0]);
}

TEST(WorldsMath, logistic_is_within_a_millionth) {
    Worst worst;
    auto const ours = [](Worlds const& x) { return logistic(x); };
    auto const truth = [](double x) { return 1 / (1 + std::exp(-x)); };
    sweep(smallest_normal, largest, false, ours, truth, worst);
    sweep(smallest_normal, 87.0f, true, ours, truth, worst);
    EXPECT_LE(worst.error, promised) << "at " << worst.at;
    EXPECT_EQ(logistic(Worlds(0.0f))[0], 0.5f);
}

TEST(WorldsMath, tanh_is_within_a_millionth) {
    Worst worst;
    auto const ours = [](Worlds const& x) { return tanh_of(x); };
    auto const truth = [](double x) { return std::tanh(x); };
    sweep(smallest_normal, largest, false, ours, truth, worst);
    sweep(smallest_normal, largest, true, ours, truth, worst);
    EXPECT_LE(worst.error, promised) << "at " << worst.at;
    EXPECT_EQ(tanh_of(Worlds(0.0f))[0], 0.0f);
}

TEST(WorldsMath, root_is_exact) {
    for (float const x : {0.0f, 1.0f, 2.0f, 1e-30f, 3.3e38f}) EXPECT_EQ(root_of(Worlds(x))[7], std::sqrt(x));
}

// The same bits on every machine: a hash over a sweep, taken once.
TEST(WorldsMath, bits_never_change) {
    std::uint64_t hash = 14695981039346656037u;
    for (int k = -20'000; k < 20'000; ++k) {
        Worlds const x(float(k) * 0.00437f);
        for (Worlds const& y : {exp_of(x), log_of(magnitude(x)), logistic(x), tanh_of(x)})
            hash = (hash ^ std::bit_cast<std::uint32_t>(y[k & 15])) * 1099511628211u;
    }
    EXPECT_EQ(hash, 9437044514394499242u);
}

}  // namespace
}  // namespace micropol
