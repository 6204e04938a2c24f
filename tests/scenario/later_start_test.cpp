#include "scenario/later_start.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/model.h"
#include "simulation/simulate.h"
#include "study/compare/compare.h"

namespace micropol {
namespace {

constexpr char const* company = R"(micropol: 1
name: A company
organisation:
  departments:
    - {name: Marketing, headcount: 12}
    - {name: Sales, headcount: 14}
transformation:
  initiatives:
    - {name: CRM}
strategies:
  before: {interventions: [{lever: training, intensity: 0.6, from_week: 2}, {lever: quick_win, intensity: 0.5, from_week: 12}]}
  insist:
    interventions:
      - {lever: executive_mandate, intensity: 0.8, until_week: 18}
      - {lever: training, intensity: 0.6, when: {outcome: success, below: 0.5, at_week: 10}}
      - {lever: champions, intensity: 0.6, when: {outcome: success, below: 0.5}}
runs: {weeks: 20, histories: 16, seed: 5}
)";

ScenarioSource source(std::string const& text = company) { return {text, "company.yaml", known_plugins()}; }

Strategy const& named(Scenario const& scenario, std::string const& name) {
    return *std::ranges::find(scenario.strategies, name, &Strategy::name);
}

TEST(LaterStart, moves_every_week_that_a_strategy_plans) {
    Strategy const begun = begun_later(named(source().read(), "insist"), 6, 20);
    ASSERT_EQ(begun.interventions.size(), 3u);
    EXPECT_EQ(begun.interventions[0].from_week, 6);
    EXPECT_EQ(begun.interventions[0].until_week, 0) << "it lasts to the horizon, which comes before";
    EXPECT_EQ(begun.interventions[1].from_week, 6);
    EXPECT_EQ(begun.interventions[1].when->at_week, 16);
    EXPECT_FALSE(begun.interventions[1].when->from_week);
    EXPECT_EQ(begun.interventions[2].when->from_week, 6);
    EXPECT_EQ(begun_later(named(source().read(), "insist"), 1, 20).interventions[0].until_week, 19);
    EXPECT_EQ(begun_later(named(source().read(), "insist"), 9, 20).interventions.size(), 2u) << "one would begin at the end";
}

TEST(LaterStart, the_weeks_before_are_those_of_the_strategy_that_was_there) {
    Scenario const scenario = source().read();
    LaterStart const later{.week = 6, .until_then = "before"};
    EXPECT_TRUE(changes_of(later, scenario, "before").empty()) << "it goes on";
    EXPECT_EQ(changes_of(later, scenario, "").size(), 1u) << "training until week 6; the quick win would have come later";
    auto const insist = changes_of(later, scenario, "insist");
    ASSERT_EQ(insist.size(), 2u);
    EXPECT_EQ(std::get<AddIntervention>(insist[0]).intervention.until_week, 6);
    // Week by week the same until then, and something else after it.
    BlockResult const one = simulate_block(Model(source().read(insist), "insist"), 0);
    BlockResult const none = simulate_block(Model(source().read(changes_of(later, scenario, "")), ""), 0);
    ASSERT_EQ(one.weekly.size(), none.weekly.size());
    bool differ = false;
    for (std::size_t k = 0; k < one.weekly.size(); ++k)
        for (int history = 0; history < histories_per_block; ++history) {
            bool const same = one.weekly[k][history] == none.weekly[k][history];
            EXPECT_TRUE(same || int(k % 20) >= later.week) << k;
            differ |= !same;
        }
    EXPECT_TRUE(differ);
}

TEST(LaterStart, refuses_what_cannot_begin) {
    Scenario const scenario = source().read();
    EXPECT_THROW((void)changes_of({.week = 6, .until_then = "nowhere"}, scenario, "insist"), InvalidInput);
    EXPECT_NO_THROW((void)changes_of({.week = 18}, scenario, "insist")) << "one intervention begins in the last week";
    EXPECT_THROW((void)changes_of({.week = 18}, scenario, "before"), InvalidInput);
    for (int const week : {0, 20, -1}) {
        StudyRunner runner(source(), {});
        ComparePlan plan;
        plan.later = LaterStart{.week = week};
        EXPECT_THROW((void)compare(runner, plan), InvalidPlan) << week;
    }
}

}  // namespace
}  // namespace micropol
