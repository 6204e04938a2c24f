// Limits of the mechanisms `power`, `information` and `governance`.

#include <array>

#include "life.h"
#include "mechanisms/report_precision.h"
#include "statistics/power_index.h"

namespace micropol::verification {
namespace {

constexpr double rounding = 1e-5;

struct TwoPowers {
    double sales, marketing;
};

TwoPowers powers_at(double data_reliance, double marketing_substitutability = 0) {
    Life life(read("power_crossing",
                   {{"transformation.data_reliance_start", std::to_string(data_reliance)},
                    {"organisation.departments.Marketing.data_substitutability", std::to_string(marketing_substitutability)}}));
    life.live(1);
    std::vector<double> const power = life.values(Column::power);
    return {power[0], power[1]};
}

TEST(PowerCrossing, the_scenario_stands_at_the_crossing) {
    Life life(read("power_crossing"));
    life.live(1);
    for (double const power : life.values(Column::power)) EXPECT_NEAR(power, 1, rounding);
}

TEST(PowerCrossing, power_follows_the_zone_that_matters) {
    for (double const substitutability : {0.0, 0.5, 0.9})
        for (double const data : {0.0, 0.2, 7.0 / 13, 0.7368421, 0.9, 1.0}) {
            TwoPowers const power = powers_at(data, substitutability);
            double const sales = 0.8 * (1 - data) + 0.1 * data,
                         marketing = 0.1 * (1 - data) + 0.7 * data * (1 - substitutability);
            EXPECT_NEAR(power.marketing, 2 * marketing / (sales + marketing), rounding) << data << ", " << substitutability;
            EXPECT_NEAR(power.sales + power.marketing, 2, rounding);
        }
}

TEST(PowerCrossing, is_at_seven_thirteenths_and_later_where_marketing_is_half_replaceable) {
    EXPECT_LT(powers_at(0.538).marketing, powers_at(0.538).sales);
    EXPECT_GT(powers_at(0.539).marketing, powers_at(0.539).sales);
    EXPECT_LT(powers_at(0.7363, 0.5).marketing, powers_at(0.7363, 0.5).sales);
    EXPECT_GT(powers_at(0.7373, 0.5).marketing, powers_at(0.7373, 0.5).sales);
}

TEST(PowerCrossing, never_comes_where_marketing_is_replaceable_beyond_six_sevenths) {
    EXPECT_GT(powers_at(1, 0.857).marketing, powers_at(1, 0.857).sales);
    EXPECT_LT(powers_at(1, 0.858).marketing, powers_at(1, 0.858).sales);
}

TEST(PowerRanks, without_data_power_is_authority_times_relationship_skill) {
    Model const model = read("power_ranks");
    for (std::uint32_t block = 0; block < model.blocks(); ++block) {
        Life life(model, block);
        life.live(1);
        Organisation const& organisation = life.organisation();
        std::vector<double> expected;
        double sum = 0;
        for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
            sum += expected.emplace_back((1 + organisation.level[i]) * double(organisation.of(Trait::relationship_skill)[i]));
        std::vector<double> const power = life.values(Column::power);
        for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
            EXPECT_NEAR(power[i], expected[i] / sum * organisation.headcount(), rounding * 10) << organisation.id[i];
    }
}

struct Report {
    char const *conflict, *opposite;  // b and -b
    double grades, loss;              // the receiver's expected loss, published to five digits
};
constexpr Report reports[] = {{"0.25", "-0.25", 1, 1.0 / 12},
                              {"0.1", "-0.1", 2, 0.030833},
                              {"0.05", "-0.05", 3, 0.015926},
                              {"0.01", "-0.01", 7, 0.0033007}};
constexpr double last_digit = 12 * 0.0000005;

TEST(CrawfordSobel, reports_have_as_many_grades_as_published) {
    for (Report const& report : reports) {
        float const b = std::stof(report.conflict);
        EXPECT_EQ(double(report_grades(b)[0]), report.grades) << b;
        EXPECT_NEAR(1 - double(report_precision(b, -b)[0]), 12 * report.loss, last_digit) << b;
    }
}

// The colleague's belief starts at 1, the truth is 0: what is left is the share of uncertainty that the report leaves.
TEST(CrawfordSobel, a_belief_moves_by_the_precision_of_the_report) {
    for (Report const& report : reports) {
        Life life(read("crawford_sobel", {{"organisation.people.list.0.attitude", report.conflict},
                                          {"organisation.people.list.1.attitude", report.opposite}}));
        life.live(5);
        for (int h = 0; h < histories_per_block; ++h) {
            std::vector<double> const belief = life.values(Column::belief, h);
            EXPECT_NEAR(belief[0], 0, rounding);
            EXPECT_NEAR(belief[1], 12 * report.loss, last_digit) << report.conflict;
        }
    }
}

TEST(CrawfordSobel, a_conflict_of_a_quarter_leaves_the_belief_as_it_is) {
    for (char const* opposite : {"-0.25", "-0.6", "-1"}) {
        Life life(read("crawford_sobel",
                       {{"organisation.people.list.0.attitude", "0.25"}, {"organisation.people.list.1.attitude", opposite}}));
        life.live(5);
        for (int h = 0; h < histories_per_block; ++h) EXPECT_EQ(life.values(Column::belief, h)[1], 1.0);
    }
}

TEST(CrawfordSobel, persuasion_scales_the_step) {
    Life life(read("crawford_sobel", {{"mechanisms.information.persuasion", "0.25"}}));
    life.live(5);
    EXPECT_NEAR(life.values(Column::belief)[1], 1 - 0.25 * (1 - 12 * 0.030833), last_digit);
}

struct Decided {
    double regret, worth, support;
};
Decided decided(Overrides const& overrides) {
    Life life(read("customer_rule", overrides));
    life.live(52);
    return {double(life[Column::decision_regret][0][0]), double(life[Column::worth][0][0]), double(life[Column::support][0][0])};
}

TEST(CustomerRule, decides_right_where_reports_are_true) {
    for (char const* quality : {"0", "0.05", "0.5", "1"}) {
        Decided const found = decided({{"transformation.tool_quality", quality}});
        EXPECT_EQ(found.regret, 0) << quality;
        EXPECT_EQ(found.support > 0, found.worth > 0) << quality;
    }
    EXPECT_EQ(decided({}).worth, -1);
    EXPECT_EQ(decided({{"transformation.tool_quality", "1"}}).worth, 1);
}

// Any two are half the range apart or more: nothing is told, and what all believe, 1, decides against a worth of -1.
TEST(CustomerRule, and_wrong_where_interests_are_too_far_apart_to_tell) {
    Decided const found = decided({{"organisation.people", "opposed_people.csv"}});
    EXPECT_EQ(found.worth, -1);
    EXPECT_NEAR(found.regret, 1, rounding);
    EXPECT_NEAR(found.support, 1, rounding);
}

// Who votes for what is drawn once a block: 10,000 blocks. Four tests, false alarms 2.5e-4.
TEST(Committee, votes_are_not_power) {
    constexpr std::array<double, 3> share{0.75, 0.25, 0.25};
    Model const model = read("committee", {{"runs.histories", "160000"}});
    std::array<Surplus, 3> member;
    Surplus all;
    for (std::uint32_t block = 0; block < model.blocks(); ++block) {
        Life life(model, block);
        life.live(1);
        std::vector<double> const pivotal = life.values(Column::pivotal);
        for (std::size_t i = 0; i < 3; ++i) member[i].add(pivotal[i], share[i], share[i] * (1 - share[i]));
        // Pivotal are, of A, B, C in favour: nobody 0, A 2, B 1, C 1, AB 2, AC 2, BC 1, ABC 1: mean 10 / 8, variance 2 - 1.25^2.
        all.add(pivotal[0] + pivotal[1] + pivotal[2], 1.25, 0.4375);
    }
    for (Surplus const& m : member) EXPECT_LT(std::abs(m.z()), far_out);
    EXPECT_LT(std::abs(all.z()), far_out);
}

TEST(Committee, its_indices_are_the_published_ones) {
    Life life(read("committee"));
    life.live(1);
    std::vector<std::uint32_t> votes;
    for (double const power : life.values(Column::power)) votes.push_back(std::uint32_t(std::lround(power * 100 / 3)));
    ASSERT_EQ(votes, (std::vector<std::uint32_t>{50, 49, 1}));
    std::vector<double> const shapley = shapley_shubik(votes, 51), swings = banzhaf(votes, 51);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(shapley[i], i == 0 ? 2.0 / 3 : 1.0 / 6, 1e-9);
        EXPECT_NEAR(swings[i], i == 0 ? 0.6 : 0.2, 1e-9);
    }
}

}  // namespace
}  // namespace micropol::verification
