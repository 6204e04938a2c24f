// Distributions of uncertain numbers, against their means: a correct sampler would miss |z| < 5 once in 1.7 million checks.

#include "base/parameter.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace micropol {
namespace {

struct Meeting {
    float susceptibility = -1, pause = -1;
    static constexpr MemberSpec<Meeting> parameters[] = {
        {{"pause", Unit::weeks, 4, {0, 52}, "weeks between two meetings", assumed}, &Meeting::pause},
        {{"susceptibility", Unit::share, 0.5, {0, 1}, "weight of others", "friedkin_johnsen_1990"}, &Meeting::susceptibility},
    };
};

TEST(Parameters, fill_the_members_that_their_rows_name) {
    Meeting meeting;
    fill(meeting, std::array{7.5, 0.25});
    EXPECT_EQ(meeting.pause, 7.5f);
    EXPECT_EQ(meeting.susceptibility, 0.25f);
}

TEST(Parameters, have_records_in_the_order_of_their_table) {
    ASSERT_EQ(specs_of<Meeting>.size(), 2u);
    EXPECT_EQ(specs_of<Meeting>[0].name, "pause");
    EXPECT_EQ(specs_of<Meeting>[1].default_value, 0.5);
}

struct Copied {
    float one, other;
    static constexpr MemberSpec<Copied> parameters[] = {
        {{"one", Unit::share, 0, {0, 1}, "", assumed}, &Copied::one},
        {{"other", Unit::share, 0, {0, 1}, "", assumed}, &Copied::one},
    };
};
static_assert(fills_each_member_once<Meeting>() && !fills_each_member_once<Copied>());

constexpr int many = 100'000;

void expect_mean(Distribution const& distribution, Range range, double mean, double sd) {
    Stream stream(1, 0, purpose("sample"));
    double sum = 0;
    for (int k = 0; k < many; ++k) {
        double const value = sample(distribution, range, stream);
        ASSERT_GE(value, range.low);
        ASSERT_LE(value, range.high);
        sum += value;
    }
    EXPECT_LT(std::abs(sum / many - mean) / (sd / std::sqrt(double(many))), 5) << to_string(distribution);
}

TEST(Sample, has_the_mean_of_its_distribution) {
    expect_mean(UniformDistribution{0.1, 0.8}, {0, 1}, 0.45, 0.7 / std::sqrt(12.0));
    expect_mean(NormalDistribution{3, 2}, {-100, 100}, 3, 2);
    expect_mean(TriangularDistribution{0, 0.3, 0.9}, {0, 1}, 0.4, std::sqrt((0.81 + 0.09 - 0.27) / 18));
    expect_mean(BetaDistribution{0.3, 0.1}, {0, 1}, 0.3, 0.1);
    expect_mean(ChoiceDistribution{{1, 2, 10}, {0.5, 0.25, 0.25}}, {0, 20}, 3.5, std::sqrt(26.5 - 12.25));
}

TEST(Sample, a_normal_is_drawn_again_while_outside) {  // half a normal: mean sqrt(2 / pi), sd sqrt(1 - 2 / pi)
    expect_mean(NormalDistribution{0, 1}, {0, 50}, std::sqrt(2 / M_PI), std::sqrt(1 - 2 / M_PI));
}

TEST(Sample, a_normal_that_never_arrives_gives_the_nearest_bound) {
    Stream stream(1, 0, 1);
    EXPECT_EQ(sample(NormalDistribution{-100, 1}, {0, 1}, stream), 0);
    EXPECT_EQ(sample(NormalDistribution{100, 1}, {0, 1}, stream), 1);
}

TEST(Sample, a_fixed_number_draws_nothing) {
    Stream used(1, 0, 1), fresh(1, 0, 1);
    EXPECT_EQ(sample(0.25, {0, 1}, used), 0.25);
    EXPECT_EQ(used.word(), fresh.word());
}

TEST(Sample, is_said_in_words) {
    EXPECT_EQ(to_string(Distribution{0.5}), "0.5");
    EXPECT_EQ(to_string(UniformDistribution{0.1, 0.8}), "uniform 0.1 to 0.8");
    EXPECT_EQ(to_string(NormalDistribution{3, 2}), "normal, mean 3, sd 2");
    EXPECT_EQ(to_string(TriangularDistribution{0, 0.3, 0.9}), "triangular 0 to 0.9, mode 0.3");
    EXPECT_EQ(to_string(BetaDistribution{0.3, 0.1}), "beta, mean 0.3, sd 0.1");
    EXPECT_EQ(to_string(ChoiceDistribution{{1, 2}, {0.5, 0.5}}), "one of 1 (0.5), 2 (0.5)");
}

}  // namespace
}  // namespace micropol
