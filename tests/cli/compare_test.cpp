// micropol compare through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string tiny(std::string const& strategies) {
    return tiny_company + "runs: {weeks: 12, histories: 48, seed: 7}\n" + strategies;
}

constexpr char const* two = R"(strategies:
  patient:
    meaning: People learn.
    interventions:
      - {lever: training, intensity: 0.4}
  idle:
    interventions: []
)";

TEST(CompareProgram, tells_who_is_best_and_who_is_level) {
    Folder const folder;
    Outcome const said = run({"compare", folder.write("tiny.yaml", tiny(two))});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_EQ(said.errors, "");
    EXPECT_THAT(said.output, AllOf(HasSubstr("3 strategies, each in the same 48 histories"), HasSubstr("patient"), HasSubstr("●"),
                                   HasSubstr("hold for all 3 pairs"), Not(HasSubstr("\x1b"))));
}

TEST(CompareProgram, doing_nothing_by_another_name_is_no_difference) {
    Folder const folder;
    Outcome const said = run({"compare", folder.write("tiny.yaml", tiny(two)), "--format", "json"});
    ASSERT_EQ(said.code, 0) << said.errors;
    auto const json = nlohmann::json::parse(said.output);
    for (auto const& strategy : json["strategies"])
        for (auto const& outcome : strategy["outcomes"]) {
            if (strategy["name"] != "idle") continue;
            EXPECT_EQ(outcome["against_none"]["low"], 0) << outcome["key"];
            EXPECT_EQ(outcome["against_none"]["high"], 0) << outcome["key"];
        }
    EXPECT_EQ(json["strategies"].size(), 3u);
}

// The same scenario with other settings stands beside its strategies, paired with doing nothing.
TEST(CompareProgram, compares_settings_like_strategies) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny(two)), file = (folder / "kept.micropol").string();
    std::vector<std::string> const command{"compare",    scenario,
                                           "--strategy", "patient",
                                           "--variant",  "same: culture.rivalry=0.3, mechanisms.tactics=on",
                                           "--variant",  "rivals: culture.rivalry=0.9",
                                           "--variant",  "patient, no tactics: strategy=patient, mechanisms.tactics=off",
                                           "--set",      "culture.rivalry=0.3"};
    Outcome const said = run(with(command, {"--format", "json", "--output", file}));
    ASSERT_EQ(said.code, 0) << said.errors;
    auto const json = nlohmann::json::parse(said.output);
    ASSERT_EQ(json["strategies"].size(), 5u);
    bool rivals_differ = false;
    for (auto const& one : json["strategies"])
        for (auto const& outcome : one["outcomes"]) {
            auto const& difference = outcome["against_none"];
            if (one["name"] == "same") {
                EXPECT_EQ(difference["largest"], 0) << outcome["key"];
            }
            if (one["name"] == "rivals") rivals_differ |= difference["mean"] != 0;
        }
    EXPECT_TRUE(rivals_differ);
    for (auto const& one : json["strategies"])
        if (one["name"] == "rivals") {
            EXPECT_EQ(one["meaning"], "culture.rivalry=0.9");
        }
    Outcome const shown = run({"results", "show", file, "--format", "json"});
    EXPECT_EQ(nlohmann::json::parse(shown.output), json) << "kept as they were asked for";
    EXPECT_EQ(run(with(command, {"--format", "json", "--output", file})).output, said.output) << "and found again";
    Outcome const other = run({"compare", scenario, "--strategy", "patient", "--variant", "same: culture.rivalry=0.4",
                               "--variant", "rivals: culture.rivalry=0.9", "--output", file});
    EXPECT_NE(other.code, 0) << "another study than that of the file";
}

TEST(CompareProgram, finds_what_is_wrong_with_a_variant) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny(two));
    auto const errors = [&](std::string const& variant) {
        Outcome const said = run({"compare", scenario, "--variant", variant});
        EXPECT_NE(said.code, 0) << variant << ": " << said.output;
        return said.errors;
    };
    for (char const* no_form : {"", "x", "culture.rivalry=0.3", ": culture.rivalry=0.3", "x:", "x: culture.rivalry", "x: =3",
                                "x: culture.rivalry=0.3,", "x: a=[1,2"})
        EXPECT_THAT(errors(no_form), testing::AnyOf(HasSubstr("--variant takes a name and settings"), HasSubstr("--set a=[1,2")))
            << no_form;
    EXPECT_THAT(errors("x: culture.rivallry=0.3"), HasSubstr("rivalry"));
    EXPECT_THAT(errors("x: strategy=patent"), HasSubstr("patient"));
    EXPECT_THAT(errors("patient: culture.rivalry=0.3"), HasSubstr("the name 'patient' is taken"));
    EXPECT_THAT(errors("none: culture.rivalry=0.3"), HasSubstr("the name 'none' is taken"));
    for (char const* unlike : {"runs.weeks=10", "runs.seed=3", "runs.histories=16", "outcomes=[substantive]"})
        EXPECT_THAT(errors("x: " + std::string(unlike)), HasSubstr("'x' changes weeks, runs, seed or outcomes")) << unlike;
    EXPECT_THAT(errors("x: organisation.departments.+={name: More, headcount: 4}"), HasSubstr("'x' has other departments"));
    EXPECT_THAT(run({"compare", scenario, "--strategy", "none"}).errors, HasSubstr("only doing nothing is asked for"));
    EXPECT_THAT(run({"compare", scenario, "--optimise", "--variant", "x: culture.rivalry=0.3"}).errors,
                HasSubstr("--optimise and --variant exclude each other"));
    EXPECT_EQ(run({"compare", scenario, "--strategy", "none", "--variant", "rivals: culture.rivalry=0.9"}).code, 0);
}

// None is what a run without strategy says, so that both verbs speak of the same thing.
TEST(CompareProgram, says_of_a_strategy_what_a_run_says) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny(two));
    auto const compared = nlohmann::json::parse(run({"compare", scenario, "--format", "json"}).output);
    auto const alone = nlohmann::json::parse(run({"run", scenario, "--strategy", "patient", "--format", "json"}).output);
    for (auto const& strategy : compared["strategies"])
        for (std::size_t k = 0; strategy["name"] == "patient" && k < alone["outcomes"].size(); ++k)
            EXPECT_EQ(strategy["outcomes"][k]["level"], alone["outcomes"][k]["at_horizon"]);
}

TEST(CompareProgram, the_same_bytes_for_every_number_of_threads) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny(two));
    for (std::vector<std::string> const& rule : {std::vector<std::string>{"--runs", "96"},
                                                 {"--by", "data_skill", "--until-decided", "--indifference", "0.0002"},
                                                 {"--by", "data_skill", "--until-ci", "0.0003", "--runs", "2000"}}) {
        auto const with = [&](char const* threads) {
            std::vector<std::string> words{"compare", scenario, "--format", "json", "--threads", threads};
            words.insert(words.end(), rule.begin(), rule.end());
            return run(words).output;
        };
        std::string const one = with("1");
        EXPECT_NE(one, "");
        EXPECT_EQ(one, with("2")) << rule.front();
        EXPECT_EQ(one, with("5")) << rule.front();
    }
}

TEST(CompareProgram, says_which_rule_stopped) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny(two));
    EXPECT_THAT(run({"compare", scenario, "--until-decided"}).output, HasSubstr("histories of each strategy: selected "));
    EXPECT_THAT(run({"compare", scenario, "--until-ci", "0.9"}).output,
                HasSubstr("Stopped after 512 histories of each strategy: every interval against the best is narrower"));
    EXPECT_THAT(run({"compare", scenario, "--by", "data_skill", "--until-ci", "0.0000001", "--runs", "640"}).output,
                HasSubstr("that --runs allows"));
    EXPECT_THAT(run({"compare", scenario, "--until-ci", "0.9", "--runs", "64"}).output, HasSubstr("that --runs allows"))
        << "four blocks are too few to look at";
    auto const json = nlohmann::json::parse(run({"compare", scenario, "--until-decided", "--format", "json"}).output);
    EXPECT_EQ(json["stopped"]["rule"], "until_decided");
    EXPECT_EQ(json["stopped"]["met"], true);
}

TEST(CompareProgram, refuses_what_cannot_be_compared) {
    Folder const folder;
    Outcome const nothing = run({"compare", folder.write("alone.yaml", tiny("mechanisms: {levers: off}\n"))});
    EXPECT_EQ(nothing.code, 3);
    EXPECT_THAT(nothing.errors, HasSubstr("there is nothing to compare"));
    Outcome const none = run({"compare", folder.write("none.yaml", tiny("strategies:\n  none: {interventions: []}\n"))});
    EXPECT_EQ(none.code, 3);
    EXPECT_THAT(none.errors, HasSubstr("a strategy is called 'none'"));
    std::string const scenario = folder.write("tiny.yaml", tiny(two));
    EXPECT_THAT(run({"compare", scenario, "--by", "substantiv"}).errors, HasSubstr("did you mean 'substantive'?"));
    EXPECT_EQ(run({"compare", scenario, "--by", "substantiv"}).code, 2);
    EXPECT_EQ(run({"compare", scenario, "--until-ci", "0"}).code, 2);
    EXPECT_EQ(run({"compare", scenario, "--until-ci", "0.1", "--until-decided"}).code, 2);
    EXPECT_EQ(run({"compare", scenario, "--indifference", "0.1"}).code, 2);
    EXPECT_EQ(run({"compare", scenario, "--until-decided", "--by", "cost"}).code, 2) << "euros have no usual indifference";
    EXPECT_EQ(run({"compare", scenario, "--strategy", "patent"}).code, 3);
}

TEST(CompareProgram, other_formats_and_a_dry_run) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny(two));
    EXPECT_THAT(run({"compare", scenario, "--format", "markdown"}).output, HasSubstr("|---|"));
    EXPECT_THAT(run({"compare", scenario, "--format", "csv"}).output,
                AllOf(HasSubstr("strategy,name,statistic,value\n"), HasSubstr("patient,substantive,against_best_mean,")));
    EXPECT_THAT(run({"compare", scenario, "--verbose"}).output, HasSubstr("Strategies in pairs"));
    Outcome const dry = run({"compare", scenario, "--dry-run"});
    EXPECT_EQ(dry.code, 0);
    EXPECT_THAT(dry.output, AllOf(HasSubstr("3 strategies: none, patient, idle"), HasSubstr("Time")));
}

TEST(CompareProgram, stops_when_asked) {
    Folder const folder;
    using namespace std::chrono_literals;
    Outcome const said = interrupted(
        {"compare", folder.write("tiny.yaml", tiny(two)), "--by", "data_skill", "--until-ci", "0.0000001"}, 500ms);
    EXPECT_EQ(said.code, 130);
    EXPECT_EQ(said.output, "");
    EXPECT_THAT(said.errors, HasSubstr("stopped; nothing was saved. With --output FILE.db, finished blocks are kept"));
}

}  // namespace
}  // namespace micropol::cli
