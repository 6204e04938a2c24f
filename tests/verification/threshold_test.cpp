// Thresholds and contagion: limits of the mechanism `adoption` in which hazards are 0 or 1.
//
// A hazard of 0 is one of 6e-39, and a draw is 0 once in 2^24: false alarms in tests of a hundred people are below 0.01.

#include <algorithm>
#include <boost/math/distributions/normal.hpp>

#include "life.h"

namespace micropol::verification {
namespace {

TEST(Granovetter, everybody_joins_one_a_week) {
    Life life(read("granovetter"));
    for (int week = 1; week <= 100; ++week) {
        life.live(1);
        ASSERT_EQ(count_at(life, Stage::substantive), week);
    }
    expect_everywhere(life, Stage::substantive, 100);
}

TEST(Granovetter, one_person_different_and_one_joins) {
    Life life(read("granovetter", {{"organisation.people", "thresholds_without_one.csv"}}));
    life.live(101);
    expect_everywhere(life, Stage::substantive, 1);
}

Overrides with_spread(double sd) {
    return {{"organisation.departments.Everyone.traits.threshold", "{normal: [0.25, " + std::to_string(sd) + "]}"}};
}

// The smallest r >= 0 with r = Phi((r - 0.25) / sd): what people join from nobody on.
double equilibrium(double sd) {
    boost::math::normal const standard;
    double r = 0;
    for (int round = 0; round < 100000; ++round) r = cdf(standard, (r - 0.25) / sd);
    return r;
}

TEST(GranovetterNormal, the_equilibrium_jumps_between122_and1225) {
    EXPECT_NEAR(equilibrium(0.122), 0.0548, 0.00005);  // published to this digit
    EXPECT_NEAR(equilibrium(0.1225), 1, 1e-6);
}

// Who joins, one after the other, if thresholds are shifted by so much.
int count_joining(std::vector<float> threshold, float shift) {
    std::ranges::sort(threshold);
    std::size_t joined = 0;
    while (joined < threshold.size() && threshold[joined] + shift <= float(joined) / float(threshold.size())) ++joined;
    return int(joined);
}

std::vector<float> thresholds_of(Life const& life) {
    auto const threshold = life.organisation().of(Trait::threshold);
    return {threshold.begin(), threshold.end()};
}

// Among N people the share varies around the equilibrium r with variance r (1 - r) / (N (1 - f)^2), where f is the density of
// thresholds at r. 16 organisations of 20,000 people; false alarms 6.3e-5. Each must also end where its own thresholds lead, but for
// thresholds within 2e-5 of the share (a logit of precision 1e6 is blurred there) and a few draws of exactly 0.
TEST(GranovetterNormal, below_the_critical_spread_a_few_join) {
    constexpr double sd = 0.115, people = 20000;
    constexpr int draws_of_zero = 12;  // 0.1 expected in a history
    boost::math::normal const standard;
    double const r = equilibrium(sd), density = pdf(standard, (r - 0.25) / sd) / sd;
    Model const model = read("granovetter_normal");
    Surplus shares;
    for (std::uint32_t block = 0; block < 16; ++block) {
        Life life(model, block);
        life.live(80);
        std::vector<float> const threshold = thresholds_of(life);
        int const fewest = count_joining(threshold, 2e-5f), most = count_joining(threshold, -2e-5f) + draws_of_zero;
        for (int h = 0; h < histories_per_block; ++h) {
            EXPECT_GE(count_at(life, Stage::substantive, h), fewest);
            EXPECT_LE(count_at(life, Stage::substantive, h), most);
        }
        shares.add(count_at(life, Stage::substantive) / people, r, r * (1 - r) / (people * (1 - density) * (1 - density)));
    }
    EXPECT_LT(std::abs(shares.z()), far_out);
}

// Above the critical spread everyone but those with thresholds beyond 1: one in 250 million.
TEST(GranovetterNormal, above_the_critical_spread_everybody_joins) {
    Model const model = read("granovetter_normal", with_spread(0.13));
    for (std::uint32_t block = 0; block < 4; ++block) {
        Life life(model, block);
        life.live(80);
        expect_everywhere(life, Stage::substantive, 20000);
    }
}

TEST(ContagionRing, adjacent_seeds_reach_everybody_in_forty_nine_weeks) {
    Life life(read("contagion_ring"));
    life.live(1);  // the two start
    expect_everywhere(life, Stage::substantive, 2);
    life.live(48);
    expect_everywhere(life, Stage::substantive, 98);
    life.live(1);
    expect_everywhere(life, Stage::substantive, 100);
}

TEST(ContagionRing, distant_seeds_reach_nobody) {
    Life life(read("contagion_ring", {{"organisation.people", "ring_distant_seeds.csv"}}));
    life.live(60);
    expect_everywhere(life, Stage::substantive, 2);
}

TEST(ContagionRing, two_of_two_neighbours_are_too_many_to_ask) {
    Life life(read("contagion_ring",
                   {{"organisation.ties.contacts", "2"}, {"organisation.departments.Everyone.traits.threshold", "1"}}));
    life.live(60);
    expect_everywhere(life, Stage::substantive, 2);
}

}  // namespace
}  // namespace micropol::verification
