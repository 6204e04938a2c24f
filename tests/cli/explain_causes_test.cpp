// micropol explain --why, --pivotal and --ledger through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string tiny() {
    return tiny_company + R"(runs: {weeks: 16, histories: 32, seed: 7}
strategies:
  pushing:
    interventions:
      - {lever: executive_mandate, intensity: 0.6}
      - {lever: training, intensity: 0.4, target: [Sales], until_week: 8}
)";
}

TEST(ExplainProgram, shares_of_why_sum_to_the_difference) {
    Folder const folder;
    Outcome const said = run({"explain", folder.write("tiny.yaml", tiny()), "--strategy", "pushing", "--why", "--factors",
                              "hiding,training,status", "--by", "stake", "--format", "json"});
    ASSERT_EQ(said.code, 0) << said.errors;
    auto const json = nlohmann::json::parse(said.output);
    double sum = 0;
    for (auto const& factor : json["why"]["factors"]) sum += factor["share"]["mean"].get<double>();
    EXPECT_EQ(json["why"]["factors"].size(), 3u);
    EXPECT_NEAR(sum, json["why"]["total"]["mean"].get<double>(), 1e-12);
    EXPECT_FALSE(json.contains("told"));
    EXPECT_FALSE(json.contains("pivotal"));
}

TEST(ExplainProgram, tells_everything_where_nothing_is_asked_for_by_name) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny());
    Outcome const said = run({"explain", scenario, "--strategy", "pushing"});
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("What it is due to"), HasSubstr("Who and what could have turned it"),
                                   HasSubstr("Who loses what"), HasSubstr("training (Sales)"), Not(HasSubstr("nan"))));
    auto const json = nlohmann::json::parse(run({"explain", scenario, "--strategy", "pushing", "--format", "json"}).output);
    EXPECT_EQ(json["ledger"]["departments"].size(), 3u);
    EXPECT_EQ(json["ledger"]["goals"].size(), 5u);
    EXPECT_EQ(json["pivotal"]["people"].size(), 24u);
    EXPECT_EQ(json["pivotal"]["weeks"].size(), 8u);
}

// The company's own words (title, departments) are English.
TEST(ExplainProgram, tells_everything_in_german) {
    Folder const folder;
    Outcome const said = run({"explain", folder.write("tiny.yaml", tiny()), "--strategy", "pushing", "--language", "de",
                              "--at-week", "8", "--then", "add status_moderation", "--why", "--pivotal", "--ledger"});
    ASSERT_EQ(said.code, 0) << said.errors;
    for (char const* part : {"Woran es lag", "Vorgabe von oben", "Zurückhalten von Wissen", "zusätzlich Statusmoderation",
                             "Wer und was das Ergebnis hätte wenden können", "Verlustausgleich", ", Ebene "})
        EXPECT_THAT(said.output, HasSubstr(part));
    for (char const* part :
         {" of ", " the ", " level ", "executive mandate", "status moderation", "losers", "no difference", "unknown", "Menschen"})
        EXPECT_THAT(said.output, Not(HasSubstr(part)));
}

TEST(ExplainProgram, the_same_bytes_for_every_number_of_threads) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny());
    auto const with = [&](std::string const& threads) {
        return run({"explain", scenario, "--strategy", "pushing", "--why", "--factors", "hiding", "--pivotal", "--ledger",
                    "--format", "json", "--threads", threads})
            .output;
    };
    std::string const alone = with("1");
    EXPECT_EQ(alone, with("3"));
    EXPECT_FALSE(alone.empty());
}

TEST(ExplainProgram, says_which_factors_there_are) {
    Folder const folder;
    Outcome const said = run(
        {"explain", folder.write("tiny.yaml", tiny()), "--strategy", "pushing", "--why", "--factors", "trainig"});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, AllOf(HasSubstr("no factor 'trainig'"), HasSubstr("did you mean 'training'")));
}

}  // namespace
}  // namespace micropol::cli
