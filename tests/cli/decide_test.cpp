// micropol decide through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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

TEST_F(DecideProgram, decides_on_a_sweep_of_two_strategies) {
    std::string const file = (folder / "sweep.db").string();
    Outcome const swept = run({"sweep", scenario, "--factor", "culture.rivalry=0.1..0.8", "--design", "latin_hypercube",
                               "--points", "64", "--strategy", "learn", "--against", "none", "--runs", "16", "--output", file});
    ASSERT_EQ(swept.code, 0) << swept.errors;
    Outcome const said = run({"decide", file, "--by", "substantive"});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("each at the same 64 points of a sweep"), HasSubstr("rivalry"), HasSubstr("learn")));
    auto const json = nlohmann::json::parse(run({"decide", file, "--by", "substantive", "--format", "json"}).output);
    EXPECT_EQ(json["answers"][0]["numbers"].size(), 1u);
}

TEST_F(DecideProgram, decides_on_a_grid_with_the_strategy_among_its_factors) {
    std::string const file = (folder / "grid.db").string();
    Outcome const swept = run({"sweep", scenario, "--factor", "strategy=none,learn,insist", "--factor",
                               "culture.rivalry=0.1..0.8", "--design", "grid", "--levels", "2", "--runs", "1024", "--output",
                               file});
    ASSERT_EQ(swept.code, 0) << swept.errors;
    Outcome const said = run({"decide", file, "--by", "substantive"});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("3 strategies, each at the same 64 points of a sweep"), HasSubstr("insist")));
}

TEST_F(DecideProgram, a_sweep_has_its_decision_on_its_page) {
    std::string const file = (folder / "sweep.db").string(), page = (folder / "sweep.html").string();
    auto const page_of = [&](std::vector<std::string> const& sweep, std::string const& language) {
        EXPECT_EQ(
            run(with({"sweep", scenario, "--factor", "culture.rivalry=0.1..0.8", "--runs", "16", "--output", file}, sweep)).code,
            0);
        EXPECT_EQ(run({"report", file, "--language", language, "--output", page}).code, 0);
        fs::remove(file);
        return content_of(page);
    };
    std::vector<std::string> const two{"--strategy", "learn", "--against", "none", "--design", "latin_hypercube"};
    EXPECT_THAT(page_of(with(two, {"--points", "64"}), "en"),
                AllOf(HasSubstr("Which strategy, although assumptions are not known"), HasSubstr("how far each may fall short"),
                      HasSubstr(R"("kind":"quantiles")"), Not(HasSubstr("That cannot be said here"))));
    EXPECT_THAT(page_of(with(two, {"--points", "64"}), "de"), HasSubstr("obwohl Annahmen nicht bekannt sind"));
    EXPECT_THAT(page_of(with(two, {"--points", "8"}), "en"),
                HasSubstr("That cannot be said here: it has 8 independent points of each strategy"));
    EXPECT_THAT(page_of({"--strategy", "learn", "--design", "latin_hypercube", "--points", "64"}, "en"),
                Not(HasSubstr("Which strategy, although assumptions are not known")))
        << "nothing is to be chosen";
}

TEST_F(DecideProgram, refuses_a_sweep_in_which_strategies_do_not_stand_side_by_side) {
    std::string const file = (folder / "alone.db").string();
    ASSERT_EQ(run({"sweep", scenario, "--factor", "culture.rivalry=0.1..0.8", "--design", "latin_hypercube", "--points", "8",
                   "--runs", "16", "--output", file})
                  .code,
              0);
    EXPECT_THAT(run({"decide", file}).errors, HasSubstr("it has one strategy"));
}

TEST_F(DecideProgram, says_what_a_survey_is_worth_and_what_to_watch_where_weeks_were_kept) {
    std::string const weeks = (folder / "weeks.csv").string();
    std::string const file = compared({"--assumptions", "drawn", "--weekly", weeks, "--weeks", "14"});
    Outcome const said = run({"decide", file, "--by", "net_value"});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("what asking the organisation would be worth"), HasSubstr("Twenty interviews"),
                                   HasSubstr("Eight weeks of log-ins"), HasSubstr("what to watch under")));
    auto const answer = nlohmann::json::parse(
        run({"decide", file, "--by", "net_value", "--format", "json"}).output)["answers"][0];
    ASSERT_EQ(answer["surveys"].size(), 3u);
    for (auto const& survey : answer["surveys"]) EXPECT_GT(survey["cost"], 0) << survey["key"];
    ASSERT_EQ(answer["signposts"].size(), 2u) << "of weeks 8, 13 and 26 the last is beyond the study";
    EXPECT_EQ(answer["signposts"][1]["week"], 13);
}

// Without the ends of lines at which text was wrapped.
std::string unwrapped(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

TEST_F(DecideProgram, is_appended_by_a_comparison_that_is_asked_for_it) {
    Outcome const said = run({"compare", scenario, "--assumptions", "drawn", "--decide", "--runs", "1024"});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("of the organisations and assumptions drawn"),
                                   HasSubstr("Which strategy, although assumptions are not known")));
    EXPECT_THAT(run({"compare", scenario, "--decide"}).errors, HasSubstr("add --assumptions drawn"));
    EXPECT_THAT(run({"compare", scenario, "--assumptions", "drawn", "--decide", "--runs", "160"}).errors,
                HasSubstr("10 blocks are too few for --decide"));
    EXPECT_THAT(run({"compare", scenario, "--decide", "--format", "csv"}).errors, HasSubstr("not for --format csv"));
    EXPECT_THAT(unwrapped(run({"compare", scenario, "--assumptions", "drawn", "--runs", "160"}).output),
                HasSubstr("takes at least 64 blocks of each strategy: --runs 4096."));
    EXPECT_THAT(unwrapped(run({"compare", scenario, "--assumptions", "drawn"}).output), HasSubstr("this command with --decide"));
    EXPECT_THAT(run({"compare", scenario}).output, Not(HasSubstr("assumptions drawn")));
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
