// What a week costs, step by step.

#include "simulation/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace micropol {
namespace {

std::vector<StepCost> costs_with(std::string const& interventions) {
    std::string const text =
        "micropol: 1\norganisation: {departments: [{name: A, headcount: 12}]}\ntransformation: {}\n"
        "outcomes: [momentum]\nruns: {weeks: 6}\n" +
        interventions;
    return profile(Model(parse_scenario(text, "plan.yaml", ".", known_plugins()), ""));
}

std::vector<std::string> steps_of(std::vector<StepCost> const& costs) {
    std::vector<std::string> steps;
    for (StepCost const& cost : costs) steps.push_back(cost.step);
    return steps;
}

TEST(Profile, has_every_step_in_the_order_of_the_week_and_the_outcomes) {
    auto const costs = costs_with("interventions: [{lever: training}, {lever: e_mail}, {lever: training, from_week: 2}]\n");
    std::vector<std::string> expected;
    for (MechanismKind const* kind : mechanism_catalogue()) {
        expected.emplace_back(kind->plugin.key);
        if (kind->interventions_follow) expected.insert(expected.end(), {"intervention training", "intervention e_mail"});
    }
    expected.emplace_back("outcomes");
    EXPECT_EQ(steps_of(costs), expected);
    for (StepCost const& cost : costs) EXPECT_GE(cost.seconds, 0) << cost.step;
    EXPECT_GT(std::ranges::max(costs, {}, &StepCost::seconds).seconds, 0);
}

TEST(Profile, counts_the_columns_that_a_step_touches) {
    auto const bytes = [](std::vector<StepCost> const& costs, std::string const& step) {
        return std::ranges::find(costs, step, &StepCost::step)->bytes;
    };
    auto const with = costs_with("interventions: [{lever: training}]\n"), without = costs_with("");
    EXPECT_EQ(bytes(with, "intervention training"), sizeof(Worlds) * (1 + 3 * 12))
        << "stopped; presence, fatigue and the lever of twelve people";
    EXPECT_EQ(bytes(with, "outcomes"), sizeof(Worlds)) << "momentum";
    EXPECT_EQ(bytes(with, "levers") - bytes(without, "levers"), sizeof(Worlds) * 11) << "a lever that nobody pulls is one value";
}

}  // namespace
}  // namespace micropol
