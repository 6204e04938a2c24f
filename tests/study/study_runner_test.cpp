#include "study/study_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/paths.h"
#include "words/german.h"
#include "words/problem.h"

namespace micropol {
namespace {

using testing::HasSubstr;

ScenarioSource source(std::vector<Override> overrides = {}) {
    overrides.push_back({"runs.weeks", "6"});
    return {paths::source_folder() / "scenarios/who_decides.yaml", known_plugins(), {overrides, false}};
}

TEST(StudyRunner, keeps_the_last_week_of_the_blocks_of_each_variant) {
    StudyRunner runner(source(), {});
    runner.add({{"as it is", ""}, {"a rival", "", {Override{"culture.rivalry", "0.9"}}}});
    std::vector<Task> const tasks{{1, 3}, {0, 2}};
    auto const horizons = runner.final_values(tasks);
    ASSERT_TRUE(horizons);
    for (std::size_t k = 0; k < tasks.size(); ++k) {
        BlockResult const whole = simulate_block(*runner.model(tasks[k].variant), tasks[k].block);
        ASSERT_EQ((*horizons)[k].size() * 6, whole.weekly.size());
        for (std::size_t outcome = 0; outcome < (*horizons)[k].size(); ++outcome)
            for (int history = 0; history < histories_per_block; ++history) {
                float const kept = (*horizons)[k][outcome][history], simulated = whole.weekly[outcome * 6 + 5][history];
                EXPECT_TRUE(kept == simulated || (kept != kept && simulated != simulated));
            }
    }
}

TEST(StudyRunner, a_change_changes_its_variant_alone) {
    StudyRunner runner(source(), {.retention = Retention::everything});
    runner.add({{"as it is", ""}, {"a rival", "", {Override{"culture.rivalry", "0.9"}}}, {"again", ""}});
    std::vector<std::uint64_t> hash(3);
    ASSERT_TRUE(runner.perform(std::vector<Task>{{0, 0}, {1, 0}, {2, 0}},
                               [&](std::size_t k, BlockResult const& result) { hash[k] = result.state_hash; }));
    EXPECT_NE(hash[0], hash[1]);
    EXPECT_EQ(hash[0], hash[2]);
}

TEST(StudyRunner, refuses_what_no_scenario_has_each_once) {
    StudyRunner runner(source(), {});
    try {
        runner.add({{"a", "nobody"}, {"b", "nobody"}, {"c", "", {Override{"culture.rivalry", "7"}}}});
        FAIL() << "taken";
    } catch (InvalidInput const& invalid) {
        EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
        EXPECT_EQ(invalid.problems().size(), 2u);
        EXPECT_THAT(invalid.what(), HasSubstr("nobody"));
        EXPECT_THAT(invalid.what(), HasSubstr("rivalry"));
    }
}

}  // namespace
}  // namespace micropol
