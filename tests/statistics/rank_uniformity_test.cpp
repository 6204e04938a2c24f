#include "statistics/rank_uniformity.h"

#include <gmock/gmock.h>

#include "base/random.h"

namespace micropol {

namespace {

std::vector<double> uniform_ranks(std::size_t count, std::uint32_t number, double towards_middle = 0) {
    Stream chance(9, number, purpose("test: ranks"));
    std::vector<double> ranks;
    for (std::size_t k = 0; k < count; ++k) {
        double const one = chance.uniform(), other = chance.uniform();
        ranks.push_back((1 - towards_middle) * one + towards_middle * (one + other) / 2);
    }
    return ranks;
}

}  // namespace

// Of 1,000 sets of uniform ranks 95 % stay within, give or take 2.3 points in 999 of 1,000 seeds; counts are whole, so a little more.
TEST(RankUniformity, bands_hold_as_often_as_they_say) {
    UniformBands const bands = uniform_bands(100, 20, 0.95);
    EXPECT_GT(bands.pointwise, 0.95);
    std::size_t inside = 0;
    for (std::uint32_t number = 0; number < 1'000; ++number) inside += within(bands, uniform_ranks(100, number)) ? 1 : 0;
    EXPECT_NEAR(double(inside) / 1'000, 0.96, 0.033);
}

TEST(RankUniformity, ranks_of_too_wide_posteriors_leave_the_bands) {
    UniformBands const bands = uniform_bands(1'000, 50, 0.99);
    std::size_t inside = 0;
    for (std::uint32_t number = 0; number < 20; ++number) inside += within(bands, uniform_ranks(1'000, number, 0.4)) ? 1 : 0;
    EXPECT_EQ(inside, 0u);
}

TEST(RankUniformity, counts_what_lies_below) {
    std::vector<double> const particles = {1, 2, 3, 4};
    EXPECT_DOUBLE_EQ(rank_of(particles, 2.5), 0.5);
    EXPECT_DOUBLE_EQ(rank_of(particles, 2), 0.375);
    EXPECT_DOUBLE_EQ(rank_of(particles, 9), 1);
    EXPECT_THROW((void)uniform_bands(0, 20), std::invalid_argument);
}

}  // namespace micropol
