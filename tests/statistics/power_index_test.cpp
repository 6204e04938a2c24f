#include "statistics/power_index.h"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>

namespace micropol {
namespace {

using Weights = std::vector<std::uint32_t>;
constexpr double exact = 1e-12;

void expect_shares(std::vector<double> const& found, std::vector<double> const& wanted, double tolerance = exact) {
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t k = 0; k < found.size(); ++k) EXPECT_NEAR(found[k], wanted[k], tolerance) << "member " << k;
    EXPECT_NEAR(std::accumulate(found.begin(), found.end(), 0.0), 1, exact);
}

TEST(PowerIndex, nearly_half_the_votes_are_worth_no_more_than_one) {
    Weights const weights{50, 49, 1};
    expect_shares(shapley_shubik(weights, 51), {2.0 / 3, 1.0 / 6, 1.0 / 6});
    expect_shares(banzhaf(weights, 51), {0.6, 0.2, 0.2});
}

TEST(PowerIndex, luxembourg_had_a_vote_and_no_power_in1958) {
    Weights const weights{4, 4, 4, 2, 2, 1};
    expect_shares(shapley_shubik(weights, 12), {14.0 / 60, 14.0 / 60, 14.0 / 60, 9.0 / 60, 9.0 / 60, 0});
    expect_shares(banzhaf(weights, 12), {5.0 / 21, 5.0 / 21, 5.0 / 21, 1.0 / 7, 1.0 / 7, 0});
}

TEST(PowerIndex, five_permanent_members_hold_the_security_council) {
    Weights weights(15, 1);
    std::fill_n(weights.begin(), 5, 7u);
    std::vector<double> const found = shapley_shubik(weights, 39);
    // An ordinary member is the ninth to agree after all five permanent ones and three of the other nine:
    // C(9, 3) 8! 6! / 15!
    double const ordinary = 84 * 40320.0 * 720.0 / 1307674368000.0;
    EXPECT_NEAR(found[0], 0.19627, 5e-6);
    EXPECT_NEAR(found[14], 0.00186, 5e-6);
    for (std::size_t k = 0; k < 5; ++k) EXPECT_NEAR(found[k], (1 - 10 * ordinary) / 5, exact);
    for (std::size_t k = 5; k < 15; ++k) EXPECT_NEAR(found[k], ordinary, exact);
}

TEST(PowerIndex, special_members) {
    expect_shares(shapley_shubik(Weights{3}, 2), {1});
    expect_shares(banzhaf(Weights{10, 1, 1}, 9), {1, 0, 0});            // a dictator
    expect_shares(shapley_shubik(Weights{5, 0, 5}, 6), {0.5, 0, 0.5});  // nobody needs a member without votes
    expect_shares(banzhaf(Weights(40, 1), 21), std::vector<double>(40, 1.0 / 40));
}

TEST(PowerIndex, refuses_committees_that_cannot_decide) {
    EXPECT_THROW((void)shapley_shubik(Weights{}, 1), std::invalid_argument);
    EXPECT_THROW((void)shapley_shubik(Weights{1, 2}, 0), std::invalid_argument);
    EXPECT_THROW((void)banzhaf(Weights{1, 2}, 4), std::invalid_argument);
}

}  // namespace
}  // namespace micropol
