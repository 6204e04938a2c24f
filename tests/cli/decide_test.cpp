// micropol decide through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr char const* strategies = R"(strategies:
  learn:
    meaning: People learn.
    interventions:
      - {lever: training, intensity: 0.4}
  insist:
    interventions:
      - {lever: executive_mandate, intensity: 0.8}
)";

struct DecideProgram : testing::Test {
    Folder folder;
    std::string scenario = folder.write("tiny.yaml", tiny_company + "runs: {weeks: 8, histories: 1024, seed: 7}\n" + strategies);
    [[nodiscard]] std::string compared(std::vector<std::string> const& more) const {
        std::string const file = (folder / "kept.db").string();
        Outcome const said = run(with({"compare", scenario, "--output", file}, more));
        EXPECT_EQ(said.code, 0) << said.errors;
        return file;
    }
};

TEST_F(DecideProgram, answers_from_a_comparison_whose_assumptions_were_drawn) {
    std::string const file = compared({"--assumptions", "drawn"});
    Outcome const said = run({"decide", file});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("Transformation takes root: how far each may fall short"),
                                   HasSubstr("Value created minus cost: what would be worth knowing"),
                                   HasSubstr("Not sought: that takes at least 256 blocks, and there are 64."), HasSubstr("learn"),
                                   Not(HasSubstr("\x1b"))));
    EXPECT_EQ(run({"decide", file}).output, said.output) << "the same whenever it is asked";
    auto const json = nlohmann::json::parse(run({"decide", file, "--by", "substantive", "--format", "json"}).output);
    ASSERT_EQ(json["answers"].size(), 1u);
    auto const& answer = json["answers"][0];
    EXPECT_EQ(answer["strategies"].size(), 3u);
    double cautious = 1e9, least = 1e9;
    for (auto const& one : answer["strategies"]) {
        least = std::min(least, double(one["regret_98"]));
        if (one["name"] == answer["most_cautious"]) cautious = one["regret_98"];
    }
    EXPECT_EQ(cautious, least);
    EXPECT_GT(answer["numbers"].size(), 50u);
    for (auto const& number : answer["numbers"]) {
        EXPECT_GE(number["worth"]["high"], number["worth"]["promised"]) << number["key"];
        EXPECT_GE(number["worth"]["low"], 0) << number["key"];
    }
    EXPECT_THAT(run({"decide", file, "--format", "csv"}).output, HasSubstr("by,what,name,statistic,value"));
}

TEST_F(DecideProgram, says_what_it_needs) {
    std::string const file = compared({});
    Outcome const said = run({"decide", file});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, AllOf(HasSubstr("no number was drawn"), HasSubstr("--assumptions drawn")));
    EXPECT_EQ(run({"decide", scenario}).code, 3);
    EXPECT_THAT(run({"decide", file, "--money-per", "3"}).errors, HasSubstr("--money-per goes with --by"));
    EXPECT_THAT(run({"decide", file, "--by", "substantiv"}).errors, HasSubstr("substantive"));
}

TEST_F(DecideProgram, needs_enough_blocks_and_a_comparison) {
    std::string const few = compared({"--assumptions", "drawn", "--runs", "160"});
    EXPECT_THAT(run({"decide", few}).errors, AllOf(HasSubstr("10 blocks"), HasSubstr("--runs 4096")));
    std::string const alone = (folder / "run.db").string();
    ASSERT_EQ(run({"run", scenario, "--runs", "32", "--output", alone}).code, 0);
    EXPECT_THAT(run({"decide", alone}).errors, HasSubstr("a decision is between strategies that were compared"));
}

}  // namespace
}  // namespace micropol::cli
