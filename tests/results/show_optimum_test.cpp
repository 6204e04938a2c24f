#include "results/show_optimum.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../study/small_contest.h"
#include "results/optimum_account.h"
#include "results/picture.h"

namespace micropol {
namespace {

using small::contender;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<Score> scores(std::vector<double> const& merits, double cost) {
    std::vector<Score> made;
    for (double const merit : merits) made.push_back({merit, cost, 1});
    return made;
}

SearchSpace space() {
    SearchSpace made{
        .levers = {"champions", "quick_win"}, .targets = std::vector<Target>(2), .intensities = {0.5}, .weeks = {0, 13, 26}};
    made.targets[1].who = Who::losers;
    return made;
}

// found_1 promised half a share more than none and keeps a quarter; poor costs as much and brings nothing.
Optimum example(Limits const& limits = {}) {
    Search search;
    search.trials = {{.blocks = scores({0.25, 0.5, 0.25, 0.5}, 0)},
                     {.strategy = "poor", .blocks = scores({0.25, 0.5}, 20)},
                     {.bundle = {{0, 1, 0.5, 13, 26}}, .blocks = scores({0.75, 0.9375, 0.8125, 1}, 20)},
                     {.bundle = {{1, 0, 1, 0, 26}}, .blocks = scores({0.5, 0.5, 0.25, 0.75}, 10)}};
    search.finalists = {2, 3, 0}, search.choice = 2, search.blocks = 1700, search.generations = 9;
    std::vector<Found> const found = found_in(search, {"poor", "found_2"});
    return conclude(
        small::contest_facts(),
        {contender("none", {0.25, 0.5, 0.375, 0.25}, 0), contender("poor", {0.25, 0.5, 0.25, 0.375}, 20),
         contender(found[0].name, {0.5, 0.75, 0.5625, 0.5625}, 20), contender(found[1].name, {0.25, 0.5, 0.4375, 0.25}, 10)},
        {}, search, space(), {.limits = limits}, found);
}

TEST(Optimum, NamesWhatWasFoundAroundNamesInUse) {
    Optimum const optimum = example();
    EXPECT_EQ(optimum.found[0].name, "found_1");
    EXPECT_EQ(optimum.found[1].name, "found_3");
}

TEST(Optimum, SaysHowMuchOfThePromiseWasLuck) {
    Optimism const optimism = example().optimism.value();
    EXPECT_NEAR(optimism.promised.mean, 0.5, 1e-9);
    EXPECT_NEAR(optimism.kept.mean, 0.25, 1e-9);
    EXPECT_NEAR(optimism.difference.mean, 0.25, 1e-9);
    EXPECT_LT(optimism.difference.low, optimism.difference.mean);
}

TEST(Optimum, TheFrontIsWhatKeepsTheLimitsAndNobodyBeatsForLess) {
    auto const on_front = [](Optimum const& optimum) {
        std::vector<std::string> names;
        for (std::size_t k = 0; k < optimum.prospects.size(); ++k)
            if (optimum.prospects[k].on_front) names.push_back(optimum.comparison.standings[k].name);
        return names;
    };
    EXPECT_THAT(on_front(example()), ElementsAre("found_1", "found_3", "none"));
    EXPECT_THAT(on_front(example({.budget = 15})), ElementsAre("found_3", "none"));
}

TEST(Optimum, ALimitOfCredibilityNeedsCredibility) {
    EXPECT_THROW((void)example({.least_credibility = 0.2}), std::invalid_argument);
}

TEST(ShowOptimum, SaysABundleInWords) {
    EXPECT_EQ(in_words(space(), {{0, 1, 0.5, 13, 26}, {1, 0, 1, 0, 13}}),
              "champions for those who stand to lose, 0.50, from week 13; quick win for everyone, 1.00, until week 13");
}

TEST(ShowOptimum, TextHasFrontPictureBundlesVerdictAndYaml) {
    EXPECT_THAT(show(example(), Format::text, {.width = 300}),
                AllOf(HasSubstr("◆ 1 found_1"), HasSubstr("4 strategies tried in 9 generations and 1,700 blocks"),
                      HasSubstr("└──"), HasSubstr("found_1  champions for those who stand to lose"),
                      HasSubstr("The search's choice is found_1: Substantive adoption 59 %"), HasSubstr("too hopeful by"),
                      HasSubstr("strategies:\n  found_1:\n"), Not(HasSubstr("found_3:\n")), Not(HasSubstr("\x1b"))));
    EXPECT_THAT(show(example(), Format::text, {.everything = true}), HasSubstr("  found_3:\n"));
    EXPECT_THAT(show(example({.budget = 15}), Format::text), HasSubstr("✗ 1 found_1"));
}

TEST(ShowOptimum, SaysThatNothingKeepsTheLimits) {
    Optimum optimum = example();
    optimum.choice.reset(), optimum.optimism.reset();
    EXPECT_THAT(verdict_on(optimum), ElementsAre(HasSubstr("Nothing that was tried surely keeps the limits")));
}

TEST(ShowOptimum, ProgramsGetEveryFigure) {
    auto const json = nlohmann::json::parse(show(example({.budget = 25}), Format::json));
    EXPECT_EQ(json["choice"], "found_1");
    EXPECT_EQ(json["budget"], 25);
    EXPECT_TRUE(json["least_credibility"].is_null());
    EXPECT_EQ(json["comparison"]["strategies"].size(), 4u);
    EXPECT_NEAR(json["optimism"]["difference"]["mean"].get<double>(), 0.25, 1e-9);
    EXPECT_THAT(show(example(), Format::csv),
                AllOf(HasSubstr("found_1,substantive,on_front,1\n"), HasSubstr(",substantive,choice,found_1\n")));
    EXPECT_THAT(show(example(), Format::markdown), AllOf(HasSubstr("|---|"), HasSubstr("```yaml\nstrategies:\n")));
}

TEST(Picture, ScattersDots) {
    std::vector<Dot> const dots{{0, 0, 'a'}, {4, 2, 'b'}, {4, 2, 'c'}};
    EXPECT_THAT(scattered(dots, {0, 4, 5}, {0, 2, 3}), ElementsAre("│    c", "│     ", "│a    ", "└─────"));
}

}  // namespace
}  // namespace micropol
