#include "study/explain/fork.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "model/model.h"
#include "study/study_runner.h"
#include "support/paths.h"
#include "words/german.h"

namespace micropol {
namespace {

using testing::HasSubstr;

ScenarioSource flagship() {
    return {paths::source_folder() / "scenarios/marketing_sales.yaml", known_plugins(), {{{"runs.weeks", "60"}}, false}};
}

// The changes of a fork of the flagship.
std::vector<Change> changes_from(std::string const& strategy, int week, std::vector<std::string> const& then) {
    return changes_of(parse_fork(week, then), flagship().read(), strategy);
}

std::vector<BlockResult> branches(std::string const& strategy, std::vector<Change> changes) {
    StudyRunner runner(flagship(), {.retention = Retention::everything});
    runner.add({{"as it was", strategy}, {"otherwise", strategy, std::move(changes)}});
    std::vector<BlockResult> results(2);
    EXPECT_TRUE(runner.perform(std::vector<Task>{{0, 0}, {1, 0}},
                               [&](std::size_t k, BlockResult const& result) { results[k] = result; }));
    return results;
}

// First week in which any outcome of any history differs; 60 if none does.
std::size_t first_difference(std::vector<BlockResult> const& of) {
    std::size_t first = 60;
    for (std::size_t k = 0; k < of[0].weekly.size(); ++k)
        for (int history = 0; history < histories_per_block; ++history) {
            float const a = of[0].weekly[k][history], b = of[1].weekly[k][history];
            if (a != b && (a == a || b == b)) first = std::min(first, k % 60);
        }
    return first;
}

TEST(Fork, with_no_change_changes_nothing) {
    auto const of = branches("bundle", changes_from("bundle", 26, {}));
    EXPECT_EQ(of[0].state_hash, of[1].state_hash);
    EXPECT_EQ(first_difference(of), 60u);
}

TEST(Fork, branches_part_in_its_week) {
    for (std::string const wish : {"add status_moderation", "drop executive_mandate", "add budget_cut size=0.5",
                                   "add training intensity=0.6 target=[Sales, Marketing] until_week=30"})
        EXPECT_EQ(first_difference(branches("pressure", changes_from("pressure", 26, {wish}))), 26u) << wish;
}

// What would have begun later has no force then, and no cost.
TEST(Fork, drops_what_has_not_begun_yet) {
    auto const changes = changes_from("bundle", 10, {"drop executive_mandate", "drop champions"});
    auto const of = branches("bundle", changes);
    EXPECT_EQ(first_difference(of), 20u);  // the mandate would have begun in week 20
    auto const without = branches("bundle", {SetNumber{"strategies.bundle.interventions.3.until_week", 21}});
    EXPECT_NE(of[1].state_hash, without[1].state_hash);
}

TEST(Fork, refuses_what_cannot_be_done) {
    auto const complaint = [](std::string const& wish, int week = 26) -> std::string {
        try {
            (void)changes_from("train_sales", week, {wish});
        } catch (InvalidInput const& invalid) {
            EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
            return invalid.what();
        }
        return "taken";
    };
    EXPECT_THAT(complaint("add trainin"), HasSubstr("did you mean 'training'"));
    EXPECT_THAT(complaint("set governance.executive_pressure=0.1"), HasSubstr("a setting holds from the first week on"));
    EXPECT_THAT(complaint("drop executive_mandate"), HasSubstr("strategy 'train_sales' has training"));
    EXPECT_THAT(complaint("drop training", 59), HasSubstr("is over by week 59"));
    EXPECT_THAT(complaint("add training from_week=3"), HasSubstr("--at-week"));
    EXPECT_THAT(complaint("add training intensity"), HasSubstr("key=value"));
    EXPECT_THAT(complaint("training"), HasSubstr("not understood"));
    EXPECT_THAT(complaint(""), HasSubstr("not understood"));
    EXPECT_EQ(complaint("drop training", 20), "taken");
}

struct Told {
    Trace as_it_was, otherwise;
    std::vector<Moment> chronicle;
};

Told told(std::string const& strategy, std::vector<std::string> const& wishes, int history) {
    StudyRunner runner(flagship(), {.retention = Retention::everything});
    runner.add({{"as it was", strategy}, {"otherwise", strategy, changes_from(strategy, 26, wishes)}});
    Told made{trace(*runner.model(0), 0, history), trace(*runner.model(1), 0, history), {}};
    made.chronicle = chronicle_of_branch(made.as_it_was, made.otherwise, 0, 26);
    return made;
}

// The numbers of a week differ a little in every branch: what is the same is the person, the lever, the decision.
TEST(ForkChronicle, tells_what_is_otherwise_from_its_week_on) {
    for (int history = 0; history < 4; ++history) {
        Told const branch = told("pressure", {"add status_moderation"}, history);
        ASSERT_GE(branch.chronicle.size(), 3u);
        EXPECT_LE(branch.chronicle.size(), 16u);
        EXPECT_EQ(branch.chronicle.front().week, 26);
        EXPECT_TRUE(std::holds_alternative<moment::LeverChange>(branch.chronicle.front().what));
        EXPECT_TRUE(std::holds_alternative<moment::End>(branch.chronicle.back().what));
        for (Moment const& one : branch.chronicle)
            for (Moment const& other : moments_of(branch.as_it_was, 0).moments) {
                if (one.week != other.week) continue;
                auto const *leaves = std::get_if<moment::PersonLeaves>(&one.what),
                           *left = std::get_if<moment::PersonLeaves>(&other.what);
                if (leaves && left) {
                    EXPECT_NE(leaves->person.employee, left->person.employee);
                }
                auto const *decision = std::get_if<moment::Decision>(&one.what),
                           *decided = std::get_if<moment::Decision>(&other.what);
                if (decision && decided) {
                    EXPECT_TRUE(decision->passed != decided->passed || decision->stopped != decided->stopped);
                }
            }
    }
}

TEST(ForkChronicle, tells_of_a_lever_that_is_dropped) {
    Told const branch = told("pressure", {"drop executive_mandate"}, 1);
    ASSERT_FALSE(branch.chronicle.empty());
    auto const* change = std::get_if<moment::LeverChange>(&branch.chronicle.front().what);
    ASSERT_TRUE(change);
    EXPECT_FALSE(change->levers.front().begins);
    EXPECT_GT(change->levers.front().cost, 0.0f);
}

TEST(ForkChronicle, is_empty_where_nothing_changes) { EXPECT_TRUE(told("bundle", {}, 0).chronicle.empty()); }

TEST(Fork, its_differences_are_paired) {
    OutcomeKind const kind{.plugin = {.key = "substantive", .access = {}, .parameters = {}, .description = ""},
                           .unit = Unit::share,
                           .label = "Substantive",
                           .measure = nullptr};
    std::vector<OutcomeKind const*> const outcomes{&kind};
    std::vector<double> a, b;
    for (int k = 0; k < 64; ++k) {
        a.push_back(0.01 * k);
        b.push_back(0.01 * k + (k == 5 ? 0 : 0.1));
    }
    std::vector<std::vector<double>> const as_it_was{a}, otherwise{b};
    Fork const made = fork(3, {"add x"}, as_it_was, otherwise, outcomes, 0);
    EXPECT_NEAR(made.difference[0].mean, 0.1 * 63 / 64, 1e-12);
    EXPECT_LT(made.difference[0].high - made.difference[0].low, made.as_it_was[0].high - made.as_it_was[0].low);
    EXPECT_NEAR(made.better_in.mean, 63.0 / 64, 1e-12);
    EXPECT_THROW((void)fork(3, {}, {}, otherwise, outcomes, 0), std::invalid_argument);
}

}  // namespace
}  // namespace micropol
