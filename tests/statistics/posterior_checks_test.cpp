#include "statistics/posterior_checks.h"

#include <gmock/gmock.h>

#include <cmath>

#include "base/random.h"
#include "statistics/proposals.h"

namespace micropol {

namespace {

// The quantiles of an exponential distribution of mean 1.
std::vector<double> exponential(std::size_t count) {
    std::vector<double> values;
    for (std::size_t k = 0; k < count; ++k) values.push_back(-std::log(1 - (double(k) + 0.5) / double(count)));
    return values;
}

// [number][particle] standard normal.
std::vector<std::vector<double>> standard_normal(std::size_t numbers, std::size_t particles, std::uint32_t seed) {
    std::vector<std::vector<double>> scores(numbers, std::vector<double>(particles));
    Stream chance(3, seed, purpose("test: scores"));
    for (auto& number : scores)
        for (double& score : number) score = chance.normal();
    return scores;
}

std::vector<std::size_t> first(std::size_t count) {
    std::vector<std::size_t> numbers(count);
    for (std::size_t k = 0; k < count; ++k) numbers[k] = k;
    return numbers;
}

}  // namespace

TEST(ChanceOfFar, counts_where_many_lie_and_goes_on_with_a_tail_beyond) {
    ChanceOfFar const chance(exponential(199));
    EXPECT_NEAR(chance(0), 1, 1e-12);
    EXPECT_NEAR(chance(std::log(2)), 0.5, 0.01);
    // The tail is made a standard error longer: 20 lie beyond nine tenths.
    double const tail = 1 + 1 / std::sqrt(20.0);
    for (double const off : {4.0, 8.0, 12.0}) {
        double const beyond = off + std::log(0.1);
        EXPECT_NEAR(std::log(chance(off)), std::log(0.1) - beyond / tail, 0.05 * off) << off;
        EXPECT_GT(chance(off), std::exp(-off)) << "too long rather than too short";
    }
}

TEST(ChanceOfFar, never_calls_impossible_what_all_have_in_common) {
    ChanceOfFar const chance(std::vector<double>(40, 0.5));
    EXPECT_EQ(chance(0.5), 1);
    EXPECT_NEAR(chance(0.6), 1.0 / 41, 1e-12);
}

// Ordered, the k-th of m is called where it lies below 0.1 · k / m, and with it all that lie lower.
TEST(FarBeyondChance, calls_so_many_that_one_in_ten_is_false) {
    std::vector<double> const by_chance{0.9, 0.02, 0.055, 0.001, 0.045};
    EXPECT_THAT(far_beyond_chance(by_chance), testing::ElementsAre(false, true, true, true, true));
    EXPECT_THAT(far_beyond_chance(std::vector<double>{0.9, 0.05, 0.2, 0.3, 0.5}), testing::Each(false));
    EXPECT_TRUE(far_beyond_chance({}).empty());
}

// 260 numbers that do nothing, 300 particles: the least of their variances is a two-hundredth of the prior's by chance.
TEST(NarrowedPrior, takes_no_narrow_direction_of_chance_for_one) {
    auto const scores = standard_normal(260, 300, 1);
    std::vector<double> const weights(300, 1.0 / 300);
    NarrowedPrior const narrowed(scores, weights, first(260), 300);
    std::vector<double> const elsewhere(260, 1.7);
    EXPECT_EQ(narrowed.over_prior(elsewhere), 1);
}

TEST(NarrowedPrior, draws_where_a_number_that_moved_lies_and_elsewhere_as_before) {
    auto scores = standard_normal(3, 400, 2);
    for (double& score : scores[1]) score = 1 + 0.1 * score;
    std::vector<double> const weights(400, 1.0 / 400);
    NarrowedPrior const narrowed(scores, weights, std::vector<std::size_t>{1}, 400);
    std::vector<double> const drawn = narrowed.draw(2'000, 1, 1);
    double mean[3] = {}, square[3] = {};
    for (std::size_t i = 0; i < drawn.size(); ++i) mean[i % 3] += drawn[i] / 2'000, square[i % 3] += drawn[i] * drawn[i] / 2'000;
    EXPECT_NEAR(mean[1], 1, 0.02);
    EXPECT_NEAR(square[1] - mean[1] * mean[1], 1.3 * 0.01, 0.003);
    for (int const other : {0, 2}) {
        EXPECT_NEAR(mean[other], 0, 0.1);
        EXPECT_NEAR(square[other], 1, 0.15);
    }
}

}  // namespace micropol
