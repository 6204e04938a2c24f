#include "results/show_sweep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../study/small_sweep.h"
#include "results/picture.h"
#include "results/sweep_account.h"
#include "results/wording.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Sweep example(Design design, double noise = 0) {
    SweepDefinition made;
    made.design = design, made.size = design == Design::latin_hypercube ? 256 : 32, made.levels = 4, made.outcomes = {0};
    made.factors = {small::share_factor("culture.rivalry", 0.1, 0.6),
                    small::share_factor("culture.a|b"),
                    {"governance.rule", Words{"ceo", "committee"}, {}}};
    auto const result = [](std::vector<double> const& x) { return 0.9 - x[0] - 0.2 * x[2]; };
    return conclude(small::sweep_facts(), made, small::values(made, result, noise));
}

TEST(Sparkline, RisesFromTheLowestToTheFullBlock) {
    EXPECT_EQ(sparkline(std::vector<double>{0, 0.5, 1}, 0, 1), "▁▅█");
    EXPECT_EQ(sparkline(std::vector<double>{1, NAN}, 1, 1), "▅ ");
}

TEST(SweepWords, NamesAreAsShortAsTheyCanBe) {
    EXPECT_THAT(short_names({{"a.CRM.benefit", {}, {}}, {"a.tool.benefit", {}, {}}, {"culture.rivalry", {}, {}}}),
                ElementsAre("CRM.benefit", "tool.benefit", "rivalry"));
    EXPECT_THAT(short_names({{"benefit", {}, {}}, {"a.benefit", {}, {}}}), ElementsAre("benefit", "a.benefit"));
}

TEST(SweepWords, LimitsAreInTheUnitsOfTheFactor) {
    double const infinity = std::numeric_limits<double>::infinity();
    Factor const share = small::share_factor("a", 0.1, 0.6), words{"b", Words{"x", "y", "z"}, {}};
    EXPECT_EQ(restriction_in_words(share, {-infinity, 0.43}), "0.43 or less");
    EXPECT_EQ(restriction_in_words(share, {0.43, infinity}), "0.43 or more");
    EXPECT_EQ(restriction_in_words(share, {0.2, 0.3}), "0.20 to 0.30");
    EXPECT_EQ(restriction_in_words(words, {0.5, infinity}), "y or z");
}

TEST(SweepVerdict, SaysWhatDecidesAndWhereItFails) {
    EXPECT_THAT(verdict_on(example(Design::morris)).front(),
                AllOf(HasSubstr("What decides Substantive adoption most is rivalry: across its range it moves the result by 50"),
                      HasSubstr("next comes rule")));
    auto const lines = verdict_on(example(Design::latin_hypercube));
    EXPECT_THAT(lines.front(), HasSubstr("alone it explains"));
    EXPECT_THAT(lines.back(), AllOf(HasSubstr("At 64 of 256 points"), HasSubstr("rule is committee")));
    EXPECT_THAT(verdict_on(example(Design::sobol)).front(), HasSubstr("of what the assumptions do together"));
}

TEST(SweepVerdict, SaysThatNothingCanBeToldFromChance) {
    EXPECT_THAT(verdict_on(example(Design::latin_hypercube, 50)).front(),
                HasSubstr("No assumption's effect on Substantive adoption can be told from chance"));
}

TEST(ShowSweep, KeepsToTheWidthInEveryDesign) {
    for (std::size_t k = 0; k + 1 < std::size(design_names); ++k)
        for (bool const everything : {false, true}) {
            std::string const text = show(example(Design(k)), Format::text, {.width = 80, .everything = everything});
            EXPECT_THAT(text, AllOf(HasSubstr("rivalry"), HasSubstr("committee"), Not(HasSubstr("\x1b"))));
            std::istringstream lines(text);
            for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), 80) << line;
        }
}

TEST(ShowSweep, JsonHasEverythingAndCsvARowForEachPoint) {
    Sweep const sweep = example(Design::sobol);
    auto const json = nlohmann::json::parse(show(sweep, Format::json));
    EXPECT_EQ(json["points"].size(), sweep.points.size());
    EXPECT_EQ(json["responses"][0]["effects"][0]["path"], "culture.rivalry");
    EXPECT_GT(json["responses"][0]["effects"][0]["total"]["value"], 0.5);
    EXPECT_EQ(json["design"], "sobol");
    std::string const csv = show(sweep, Format::csv);
    EXPECT_TRUE(csv.starts_with("point,group,culture.rivalry,culture.a|b,governance.rule,substantive\n0,0,"))
        << csv.substr(0, 90);
    EXPECT_EQ(std::size_t(std::ranges::count(csv, '\n')), sweep.points.size() + 1);
    EXPECT_THAT(show(sweep, Format::markdown), AllOf(HasSubstr("|---|"), HasSubstr("a\\|b")));
}

}  // namespace
}  // namespace micropol
