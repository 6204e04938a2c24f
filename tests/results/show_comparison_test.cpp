#include "results/show_comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../study/small_contest.h"
#include "results/comparison_account.h"
#include "results/picture.h"
#include "results/wording.h"

namespace micropol {
namespace {

using small::contender;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Comparison example() {
    return compare(small::contest_facts(),
                   {contender("none", {0.25, 0.5, 0.375, 0.25}, 0), contender("pressure", {0.25, 0.5, 0.25, 0.375}, 10),
                    contender("a|b", {0.75, 0.875, 0.875, 0.75}, 20)},
                   {});
}

TEST(Picture, DrawsIntervals) {
    Axis const axis{-10, 0, 11};
    EXPECT_EQ(drawn({.mean = -5, .low = -8, .high = -2}, axis), "  ├──●──┤ ┊");
    EXPECT_EQ(drawn({.mean = 0, .low = 0, .high = 0}, axis), "          ●");
    EXPECT_EQ(drawn({.mean = -10, .low = NAN, .high = NAN}, axis), "●         ┊");
    EXPECT_EQ(drawn({.mean = 0, .low = 0, .high = 0}, {0, 0, 3}), "  ●") << "nothing differs";
}

TEST(Verdict, NamesTheWinner) {
    EXPECT_THAT(verdict_on(example()), ElementsAre("The best is a|b: Substantive adoption 81 %, ahead of none, the next, by 47 "
                                                   "points (32–62). It costs 20.0 thousand euros."));
}

TEST(Verdict, SaysThatThereIsNone) {
    std::vector<Contender> const level{contender("none", {0.25, 0.5, 0.375}, 0), contender("a", {0.375, 0.375, 0.5}, 10)};
    EXPECT_THAT(verdict_on(compare(small::contest_facts(), level, {})),
                ElementsAre("There is no winner: a comes first, but no other strategy can be told apart from it. Cheapest of "
                            "these is none: 0 thousand euros."));
    std::vector<double> const good{0.75, 0.75, 0.75, 0.875, 0.875, 0.75}, poor{0, 0, 0.125, 0, 0.125, 0};
    std::vector<Contender> const some{contender("none", good, 0), contender("a", good, 10), contender("poor", poor, 5)};
    EXPECT_THAT(verdict_on(compare(small::contest_facts(), some, {})).front(),
                HasSubstr("no single winner: none comes first, but a cannot be told apart from it."));
    std::vector<Contender> const one{contender("none", {0.25}, 0), contender("a", {0.5}, 0)};
    EXPECT_THAT(verdict_on(compare(small::contest_facts(), one, {})).front(), HasSubstr("One block has no interval"));
}

TEST(Verdict, SaysWhichRuleStopped) {
    Comparison comparison = example();
    comparison.stopped = {.rule = Stopped::Rule::selected, .met = true, .aim = 0.02, .selected = "a|b"};
    EXPECT_THAT(verdict_on(comparison).back(), AllOf(HasSubstr("64 histories of each strategy: selected a|b"),
                                                     HasSubstr("by at least 2 points"), HasSubstr("Kim & Nelson 2001")));
    comparison.stopped = {.rule = Stopped::Rule::narrow, .met = false, .aim = 0.035};
    EXPECT_THAT(verdict_on(comparison).back(), HasSubstr("narrower than 3.5 points."));
}

TEST(ShowComparison, TextFitsItsColumns) {
    for (int const width : {60, 100}) {
        std::istringstream lines(show(example(), Format::text, {.width = width}));
        for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), width) << line;
    }
    EXPECT_THAT(show(example(), Format::text),
                AllOf(HasSubstr("Substantive adoption at week 3"), HasSubstr("●"), HasSubstr("▼")));
}

TEST(ShowComparison, NamesStayNames) {
    EXPECT_THAT(show(example(), Format::markdown), AllOf(HasSubstr("a\\|b"), Not(HasSubstr("a|b"))));
    Comparison comparison = example();
    comparison.standings[0].name = "=1+1", comparison.standings[1].name = "\x1b[31mred";
    EXPECT_THAT(show(comparison, Format::csv), HasSubstr("\n'=1+1,substantive,best_in_mean,1\n"));
    EXPECT_THAT(show(comparison, Format::text), Not(HasSubstr("\x1b")));
}

TEST(ShowComparison, JsonHoldsEveryNumber) {
    auto const json = nlohmann::json::parse(show(example(), Format::json));
    EXPECT_EQ(json["best"], "a|b");
    EXPECT_EQ(json["strategies"][0]["outcomes"][1]["level"]["mean"], 20);
    EXPECT_EQ(json["strategies"][0]["beats"]["none"]["mean"], 1);
    EXPECT_EQ(json["stopped"]["rule"], "runs");
}

}  // namespace
}  // namespace micropol
