#include "evidence/people.h"

#include <gtest/gtest.h>

#include <cmath>

#include "evidence/measures.h"
#include "scenario/read_scenario.h"
#include "simulation/simulate.h"
#include "support/tiny_company.h"

namespace micropol::evidence {
namespace {

// The same in every history.
std::vector<Worlds> column(std::vector<float> const& values) { return {values.begin(), values.end()}; }

std::vector<Worlds> everybody(std::size_t people) { return std::vector<Worlds>(people, Worlds(1.0f)); }

// Deviations −1, 0, 1 and −1, 1, 0: ½. The fourth does not count, and would make it something else.
TEST(OverPeople, correlates_those_who_count_in_each_history) {
    std::vector<Worlds> const a = column({1, 2, 3, 9}), b = column({1, 3, 2, -9});
    std::vector<Worlds> counted = column({1, 1, 1, 0});
    EXPECT_NEAR(correlation_over_people(a, b, counted), 0.5, 1e-12);
    // In half of the histories the third does not count either: there the two others make a line.
    for (int h = 0; h < histories_per_block; h += 2) counted[2].set(h, 0.0f);
    EXPECT_NEAR(correlation_over_people(a, b, counted), 0.75, 1e-12);
}

TEST(OverPeople, leaves_out_histories_in_which_nobody_differs) {
    std::vector<Worlds> const a = column({1, 2, 3});
    std::vector<Worlds> b = column({5, 5, 5});
    EXPECT_TRUE(std::isnan(correlation_over_people(a, b, everybody(3))));
    EXPECT_TRUE(std::isnan(correlation_over_people(a, b, column({0, 0, 0}))));
    b[2].set(3, 1.0f);
    b[0].set(3, 9.0f);
    EXPECT_NEAR(correlation_over_people(a, b, everybody(3)), -1, 1e-12) << "the only history with something to say";
}

TEST(OverPeople, mean_and_standard_deviation_are_those_within_a_history) {
    std::vector<Worlds> values = column({1, 3, 100});
    for (int h = 0; h < histories_per_block; h += 2) values[0].set(h, 11.0f), values[1].set(h, 17.0f);
    Spread const found = over_people(values, column({1, 1, 0}));
    EXPECT_NEAR(found.mean, (2 + 14) / 2.0, 1e-12);
    EXPECT_NEAR(found.sd, (1 + 3) / 2.0, 1e-12) << "histories lie apart, which is no spread over people";
}

TEST(OverPeople, d_is_a_difference_over_the_spread_without) {
    BlockValues const d = standardised({{5, 9}, {1, 9}}, {{3, 4}, {2, 0.5}});
    ASSERT_EQ(d.size(), 2u);
    EXPECT_NEAR(d[0], 0.5, 1e-12);
    EXPECT_NEAR(d[1], -2, 1e-12);
}

// Four people; strengths from named to none.
class FourPeople : public testing::Test {
  protected:
    FourPeople() {
        std::vector<Tie> const list{{0, 1, 0.5f, 0.5f, false}, {1, 0, 0.9f, 0.5f, false}, {1, 2, 0.45f, 0.5f, false},
                                    {2, 1, 0.1f, 0.5f, false}, {0, 2, 0.6f, 0.5f, false}, {2, 0, 0.0f, 0.5f, false},
                                    {2, 3, 0.8f, 0.5f, false}, {3, 2, 0.0f, 0.5f, false}};
        organisation_.departments = {{"A"}, {"B"}};
        organisation_.department = {0, 0, 1, 1};
        organisation_.ties = build_ties(4, list, 0);
        organisation_.ties.forming = true;
        for (float const strength : organisation_.ties.strength) strength_.emplace_back(strength);
    }
    Organisation organisation_;
    std::vector<Worlds> strength_;
};

// Arcs 01, 10, 12, 02, 23; paths 012 (closed by 02), 102 (closed by 12), 123, 023.
TEST_F(FourPeople, has_the_shape_counted_by_hand) {
    NetworkShape const all = shape_of(organisation_.ties, strength_, everybody(4));
    EXPECT_NEAR(all.density, 5.0 / 12, 1e-12);
    EXPECT_NEAR(all.reciprocity, 2.0 / 5, 1e-12);
    EXPECT_NEAR(all.transitivity, 2.0 / 4, 1e-12);
    NetworkShape const without_the_last = shape_of(organisation_.ties, strength_, column({1, 1, 1, 0}));
    EXPECT_NEAR(without_the_last.density, 4.0 / 6, 1e-12);
    EXPECT_NEAR(without_the_last.transitivity, 1, 1e-12);
}

// The second knows the first and the third; the third, of those in its row, the second alone and the fourth.
TEST_F(FourPeople, counts_adopters_among_those_known) {
    float const for_show = float(Stage::symbolic), in_earnest = float(Stage::substantive), on_trial = float(Stage::trial);
    std::vector<Worlds> const share = adopting_contacts(organisation_, strength_,
                                                        column({for_show, on_trial, on_trial, in_earnest}));
    EXPECT_EQ(share[0][0], 0);
    EXPECT_EQ(share[1][0], 0.5f);
    EXPECT_EQ(share[2][0], 0.5f) << "a stranger does not count";
    EXPECT_EQ(share[3][0], 0) << "knows nobody";
}

TEST_F(FourPeople, is_told_apart_by_departments) {
    constexpr std::string_view b[] = {"B"};
    std::vector<Worlds> const members = in_departments(organisation_, b, column({1, 1, 0, 1}));
    EXPECT_EQ(members[0][0] + members[1][0] + members[2][0], 0);
    EXPECT_EQ(members[3][0], 1);
}

TEST(Steps, count_what_rises_and_not_what_falls) {
    std::vector<Worlds> const weeks[] = {column({0, 1, 5}), column({1, 1, 4}), column({2, 3, 5})};
    std::vector<std::span<Worlds const>> const stages(std::begin(weeks), std::end(weeks));
    std::vector<Worlds> const steps = steps_taken(stages);
    EXPECT_EQ(steps[0][0], 2);
    EXPECT_EQ(steps[1][0], 1);
    EXPECT_EQ(steps[2][0], 1);
}

TEST(WeeksUntilHalf, begin_at_the_highest_and_lie_between_weeks) {
    EXPECT_NEAR(weeks_until_half(std::vector<double>{0, 2, 8, 6, 5, 3, 1}), 2.5, 1e-12);
    EXPECT_NEAR(weeks_until_half(std::vector<double>{8, 4}), 1, 1e-12);
    EXPECT_TRUE(std::isnan(weeks_until_half(std::vector<double>{0, 8, 5})));
    EXPECT_TRUE(std::isnan(weeks_until_half({})));
}

Model tiny(std::vector<Override> const& overrides) {
    return {parse_scenario(tiny_company + "runs: {weeks: 60, histories: 16}\n", "tiny.yaml", ".", known_plugins(),
                           {.overrides = overrides}),
            ""};
}

TEST(Record, sees_what_outcomes_see) {
    Model const model = tiny({{"outcomes", "[attitude]"}, {"mechanisms.turnover", "off"}});
    Block const block = model.block(0);
    Record const record(model, block, {{Column::attitude, 3}, {Column::attitude, 9}, {Column::deadlines, 9}});
    BlockResult const result = simulate_block(model, 0);
    for (int const week : {3, 9}) {
        double const seen = over_people(record.of(Column::attitude, week), record.of(Column::present, week)).mean;
        EXPECT_NEAR(seen, sum_of(result.weekly[std::size_t(week)]) / histories_per_block, 1e-6);
    }
    EXPECT_EQ(record.of(Column::deadlines, 9).size(), 17u) << "nobody pulls it";
}

TEST(Record, gives_a_lever_that_nobody_pulls_to_everybody) {
    Model const model = tiny({{"governance.moderation", "0.25"}});
    Block const block = model.block(0);
    Record const record(model, block, {{Column::moderation, 2}});
    for (Worlds const& moderation : record.of(Column::moderation, 2)) EXPECT_EQ(moderation[5], 0.25f);
}

// Whoever was gone for a while is not the same person.
TEST(Record, knows_who_stayed) {
    Model const model = tiny({{"mechanisms.turnover", "{quitting: 0.1, refilling: 1}"}});
    Block const block = model.block(0);
    Record const record(model, block, {{Column::stage, 59}});
    std::vector<Worlds> const stayed = record.stayed(0, 59);
    double staying = 0, there = 0;
    for (std::size_t i = 0; i < stayed.size(); ++i) {
        staying += sum_of(stayed[i]);
        there += sum_of(record.of(Column::present, 59)[i]);
        for (int h = 0; h < histories_per_block; ++h) {
            bool always = true;
            for (int week = 0; week < 60; ++week) always &= record.of(Column::present, week)[i][h] > 0;
            EXPECT_EQ(stayed[i][h] > 0, always);
        }
    }
    EXPECT_GT(staying, 0);
    EXPECT_LT(staying, there);
}

}  // namespace
}  // namespace micropol::evidence
