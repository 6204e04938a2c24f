#include "study/explain/attribution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <numeric>

#include "support/paths.h"
#include "words/german.h"
#include "words/problem.h"

namespace micropol {
namespace {

using testing::DoubleNear;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

ScenarioSource source(std::vector<Override> overrides = {}) {
    overrides.push_back({"runs.weeks", "60"});
    return {paths::source_folder() / "scenarios/marketing_sales.yaml", known_plugins(), {overrides, false}};
}

std::size_t position(Model const& model, std::string_view key) {
    auto const& outcomes = model.outcomes();
    return std::size_t(std::ranges::find(outcomes, key, [](OutcomeKind const* kind) { return kind->plugin.key; }) -
                       outcomes.begin());
}

// [outcome] means of a block.
std::vector<double> means(StudyRunner& runner, std::uint32_t variant) {
    std::vector<double> values;
    std::vector<Task> const task{{variant, 1}};
    (void)runner.perform(task, [&](std::size_t, BlockResult const& result) {
        for (Worlds const& one : result.weekly) values.push_back(sum_of(one));
    });
    return values;
}

std::optional<Attribution> attributed(ScenarioSource const& from, std::string const& strategy,
                                      std::vector<std::string> const& names, std::string_view outcome = "stake") {
    StudyRunner runner(from, {.threads = 2});
    Model const model(from.read(), strategy);
    return attribute(runner, {"", strategy}, causes_named(model, names), position(model, outcome), 2);
}

// Gloves: one left, two right; a pair is worth 1. The left one gets 2/3 (Shapley 1953, as every textbook has it).
TEST(ShapleyValues, three_gloves) {
    std::vector<double> const worth{0, 0, 0, 1, 0, 1, 0, 1};  // bit 0: the left glove
    EXPECT_THAT(shapley_values(worth),
                ElementsAre(DoubleNear(2.0 / 3, 1e-15), DoubleNear(1.0 / 6, 1e-15), DoubleNear(1.0 / 6, 1e-15)));
}

TEST(ShapleyValues, sum_to_all_minus_none) {
    std::vector<double> worth;
    for (int subset = 0; subset < 256; ++subset) worth.push_back(double((subset * 7919 + 13) % 1009) / 1009);
    std::vector<double> const shares = shapley_values(worth);
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), worth.back() - worth.front(), 1e-14);
    EXPECT_THROW((void)shapley_values(std::vector<double>{1, 2, 3}), std::invalid_argument);
}

TEST(Attribution, shares_sum_to_the_total_block_by_block) {
    auto const found = attributed(source(), "bundle", {"status_loss", "hiding", "blocking", "executive_mandate"});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->causes.size(), 4u);
    double sum = 0;
    for (CauseShare const& cause : found->causes) sum += cause.share.mean;
    EXPECT_NEAR(sum, found->total.mean, 1e-13);
    EXPECT_NEAR(found->with_all.mean - found->with_none.mean, found->total.mean, 1e-13);
    EXPECT_NE(found->total.mean, 0);
    for (std::size_t block = 0; block < 2; ++block) {
        double in_block = 0;
        for (CauseShare const& cause : found->causes) in_block += cause.blocks[block];
        EXPECT_GE(in_block, found->total.smallest - 1e-13);
        EXPECT_LE(in_block, found->total.largest + 1e-13);
    }
}

TEST(Attribution, a_mechanism_that_is_off_already_has_no_share_at_all) {
    auto const found = attributed(source({{"mechanisms.coalitions", "off"}, {"governance.executive_pressure", "0"}}), "pressure",
                                  {"blocking", "pressure", "executive_mandate"});
    ASSERT_TRUE(found);
    EXPECT_THAT(found->causes[0].blocks, Each(0.0));
    EXPECT_THAT(found->causes[1].blocks, Each(0.0));
    EXPECT_NE(found->causes[2].share.mean, 0);
}

TEST(Attribution, two_identical_interventions_have_equal_shares) {
    std::string const twice = "[{lever: status_moderation, intensity: 0.4}, {lever: status_moderation, intensity: 0.4}]";
    auto const found = attributed(source({{"strategies.pressure.interventions", twice}}), "pressure",
                                  {"status_moderation", "hiding"});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->causes.size(), 3u);
    EXPECT_EQ(found->causes[0].blocks, found->causes[1].blocks);
    EXPECT_NE(found->causes[0].share.mean, 0);
}

// As if it had never been written down: nothing is spent, and every draw is what it was.
TEST(Attribution, an_intervention_that_is_off_is_not_there) {
    StudyRunner runner(source(), {});
    runner.add({{"off", "bundle", {SwitchOff{"strategies.bundle.interventions.3"}}},
                {"the last one off", "pressure", {SwitchOff{"strategies.pressure.interventions.0"}}},
                {"none", ""},
                {"bundle", "bundle"}});
    EXPECT_THAT(means(runner, 1), testing::Pointwise(testing::NanSensitiveDoubleEq(), means(runner, 2)));
    EXPECT_NE(means(runner, 0), means(runner, 3));
}

TEST(Causes, the_usual_ones_are_what_is_done_and_what_there_is) {
    Model const model(source({{"mechanisms.information", "off"}}).read(), "compensate_and_train");
    std::vector<std::string> keys;
    for (Cause const& cause : default_causes_of(model)) keys.push_back(cause.key);
    EXPECT_THAT(keys,
                ElementsAre("strategies.compensate_and_train.interventions.0", "strategies.compensate_and_train.interventions.1",
                            "status_loss", "blocking", "skill_gap", "pressure"));
    CauseName const first = default_causes_of(model)[0].name;
    EXPECT_EQ(first.kind, CauseName::Kind::intervention);
    EXPECT_EQ(first.key, "loss_compensation");
    EXPECT_EQ(first.target.who, Who::losers);
}

TEST(Causes, refuses_what_it_does_not_know_and_too_many) {
    Model const model(source().read(), "pressure");
    try {
        (void)causes_named(model, {"hidding", "training"});
        FAIL() << "taken";
    } catch (InvalidInput const& invalid) {
        EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
        EXPECT_EQ(invalid.problems().size(), 2u);
        EXPECT_THAT(invalid.what(), HasSubstr("did you mean 'hiding'"));
    }
    EXPECT_THROW((void)causes_named(model, {"status_loss", "hiding", "blocking", "skill_gap", "pressure", "politics", "shocks",
                                            "gaming", "climate"}),
                 InvalidInput);
}

}  // namespace
}  // namespace micropol
