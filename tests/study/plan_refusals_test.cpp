// Plans that cannot be are refused before anything is simulated, with the field or the name that is wrong.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/compare/compare.h"
#include "study/explain/explain.h"
#include "study/optimise/optimise.h"
#include "study/run/run.h"
#include "study/sweep/sweep.h"
#include "study/tiny_scenario.h"
#include "words/german.h"

namespace micropol {
namespace {

using testing::HasSubstr;

// The field that is wrong.
template <class Plan>
std::string wrong_field(Plan const& plan) {
    try {
        (void)forecast(tiny(), plan);
    } catch (InvalidPlan const& wrong) {
        EXPECT_THAT(untranslated(wrong.problems()), testing::IsEmpty());
        return wrong.field();
    }
    return "none";
}

TEST(PlanRefusals, names_the_field_that_cannot_be) {
    auto const rule = [](Stopped::Rule until, std::optional<double> aim, std::string by = "substantive") {
        return ComparePlan{.by = std::move(by), .until = until, .aim = aim};
    };
    EXPECT_EQ(wrong_field(ComparePlan{.by = "substantiv"}), "by");
    EXPECT_EQ(wrong_field(rule(Stopped::Rule::selected, {}, "cost")), "indifference");
    EXPECT_EQ(wrong_field(rule(Stopped::Rule::selected, 0)), "indifference");
    EXPECT_EQ(wrong_field(rule(Stopped::Rule::narrow, {})), "until_ci");
    EXPECT_EQ(wrong_field(rule(Stopped::Rule::selected, {})), "none");
    EXPECT_EQ(wrong_field(OptimisePlan{.levers = {"trainin"}}), "levers");
    EXPECT_EQ(wrong_field(OptimisePlan{.bundle_size = 0}), "bundle_size");
    EXPECT_EQ(wrong_field(OptimisePlan{.effort = 3}), "effort");
    EXPECT_EQ(wrong_field(OptimisePlan{.limits = {.least_credibility = 7}}), "least_credibility");
    EXPECT_EQ(wrong_field(SweepPlan{.levels = 3}), "levels");
    EXPECT_EQ(wrong_field(SweepPlan{.size = 0}), "points");
    EXPECT_EQ(wrong_field(SweepPlan{.second_order = true}), "second_order");
    EXPECT_EQ(wrong_field(SweepPlan{.design = Design::list}), "list");
    EXPECT_EQ(wrong_field(SweepPlan{.outcomes = {{"nothing"}}}), "by");
    EXPECT_EQ(wrong_field(ExplainPlan{.history = HistoryNumber{4, 0}}), "history");
    EXPECT_EQ(wrong_field(ExplainPlan{.failing = 2}), "failing");
    EXPECT_EQ(wrong_field(ExplainPlan{.fork = ForkPlan{.week = 8}}), "at_week");
}

template <class Plan>
std::string complaint(Plan const& plan) {
    try {
        (void)forecast(tiny(), plan);
    } catch (InvalidInput const& invalid) {
        EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
        return invalid.what();
    }
    return "";
}

TEST(PlanRefusals, names_what_the_scenario_does_not_have) {
    EXPECT_THAT(complaint(RunPlan{"patent"}), HasSubstr("did you mean 'patient'"));
    EXPECT_THAT(complaint(ComparePlan{.strategies = {"none"}}), HasSubstr("only doing nothing is asked for"));
    EXPECT_THAT(complaint(SweepPlan{.strategy = {"patent"}, .against = Named{"pushin"}}),
                testing::AllOf(HasSubstr("did you mean 'patient'"), HasSubstr("did you mean 'pushing'")));
    EXPECT_THAT(complaint(SweepPlan{.factors = {{"culture.rivalri", UniformDistribution{0, 1}, {0, 1}, {"first"}},
                                                {"governance.rule", Words{"ceo", "nobody"}, {}, {"second"}}}}),
                testing::AllOf(HasSubstr("first: unknown key 'rivalri'"), HasSubstr("second: unknown rule 'nobody'")));
    EXPECT_THAT(complaint(ExplainPlan{.factors = {"hidin"}}), HasSubstr("did you mean 'hiding'"));
    EXPECT_THAT(complaint(ExplainPlan{.fork = parse_fork(2, {"drop training"})}), HasSubstr("nobody pulls the lever"));
}

}  // namespace
}  // namespace micropol
