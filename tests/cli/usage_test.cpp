// What the program says to those who ask, and to those who mistype.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

TEST(Usage, help_names_every_verb) {
    for (auto const& words : {std::vector<std::string>{"--help"}, {"-h"}, {"help"}}) {
        Outcome const said = run(words);
        EXPECT_EQ(said.code, 0);
        EXPECT_EQ(said.errors, "");
        for (std::string const& verb : all_verbs()) EXPECT_THAT(said.output, HasSubstr("\n  " + verb + ' '));
    }
}

TEST(Usage, every_verb_has_help_with_examples) {
    for (std::string const& verb : all_verbs()) {
        Outcome const said = run({verb, "--help"});
        EXPECT_EQ(said.code, 0);
        EXPECT_EQ(said.errors, "");
        EXPECT_THAT(said.output, HasSubstr("Examples:\n  micropol " + verb));
        EXPECT_EQ(run({"help", verb}).output, said.output);
    }
}

TEST(Usage, help_of_run_names_every_option) {
    std::string const help = run({"run", "--help"}).output;
    for (char const* option : {"--set", "--runs", "--seed", "--threads", "--weeks", "--strategy", "--output", "--format",
                               "--quiet", "--verbose", "--no-progress", "--dry-run", "--allow-outside", "--help"})
        EXPECT_THAT(help, HasSubstr(option));
}

TEST(Usage, describe_names_every_number_and_what_it_rests_on) {
    std::string const table = run({"describe", "parameters", "--format", "csv"}).output;
    EXPECT_THAT(table, HasSubstr("name,unit,usual,plausible,limits,grade,source,meaning\n"));
    EXPECT_THAT(table, HasSubstr("\nmechanisms.stakes.loss_aversion,1,1.955,1.82 to 2.102,1 to 5,meta,brown_2024,"));
    EXPECT_THAT(table, HasSubstr("\nlevers.external_training.effect,share,1,0.8 to 1,0 to 1,assumed,assumed,"));
    EXPECT_THAT(table, HasSubstr("\nlevers.training.effect,share,1,1,0 to 1,identity,assumed,"));
    EXPECT_THAT(table, HasSubstr("\nlevers.announcements.fade,weeks,2,0.43 to 2.8,0 to 520,study,goldberg_2022,"));
    EXPECT_THAT(run({"describe", "grades"}).output, HasSubstr("\nlevers"));
}

TEST(Usage, assumptions_are_drawn_or_default) {
    std::string const company = (paths::source_folder() / "tests/golden/small_company.yaml").string();
    Outcome const guessed = run({"run", company, "--assumptions", "guessed"});
    EXPECT_EQ(guessed.code, 2);
    EXPECT_THAT(guessed.errors, HasSubstr("--assumptions takes default and drawn, not 'guessed'"));
    std::string const one = run({"validate", company, "--assumptions", "default"}).output,
                      other = run({"validate", company, "--assumptions", "drawn"}).output;
    EXPECT_THAT(other, HasSubstr("are uncertain and drawn once a block."));
    EXPECT_NE(one, other);
}

TEST(Usage, version_names_the_exact_source) {
    Outcome const said = run({"--version"});
    EXPECT_EQ(said.code, 0);
    EXPECT_EQ(said.errors, "");
    EXPECT_THAT(said.output, testing::ContainsRegex("^micropol [0-9]+\\.[0-9]+\\.[0-9]+\nmodel [0-9a-f]{16}\n"));
    EXPECT_THAT(said.output, HasSubstr("\ncompiler "));
    EXPECT_EQ(run({"-V"}).output, said.output);
}

TEST(Usage, an_option_with_a_default_says_so) {
    std::string const run_help = run({"run", "--help"}).output, sweep_help = run({"sweep", "--help"}).output;
    for (char const* part :
         {"(default: text)", "(default: all processors)", "(default: none)", "(default: the scenario's, else 1)"})
        EXPECT_THAT(run_help, HasSubstr(part));
    EXPECT_THAT(sweep_help, HasSubstr("(default: morris)"));
    for (std::string const& verb : all_verbs()) {
        std::string const help = run({verb, "--help"}).output;
        EXPECT_THAT(help, Not(HasSubstr(" without\n"))) << verb;
        EXPECT_THAT(help, Not(HasSubstr(" without "))) << verb;
    }
    EXPECT_THAT(run({"compare", "--help"}).output, HasSubstr("common random numbers"));
}

void expect_wrong_usage(std::vector<std::string> const& words, std::string const& complaint) {
    Outcome const said = run(words);
    EXPECT_EQ(said.code, 2) << testing::PrintToString(words);
    EXPECT_EQ(said.output, "");
    EXPECT_THAT(said.errors, HasSubstr(complaint));
}

TEST(Usage, a_mistyped_verb_gets_a_guess) {
    expect_wrong_usage({"rnu"}, "unknown verb 'rnu'; did you mean 'run'?");
    expect_wrong_usage({"valdate", "x.yaml"}, "did you mean 'validate'?");
    for (std::string const& verb : all_verbs())
        EXPECT_THAT(run({"conquer"}).errors, testing::ContainsRegex("micropol knows .*" + verb + "(,| and |;)"));
    expect_wrong_usage({"conquer"}, "micropol knows ");
    expect_wrong_usage({}, "missing verb");
}

TEST(Usage, every_mistyped_option_gets_a_guess) {
    expect_wrong_usage({"run", "x.yaml", "--rums", "16"}, "unknown option '--rums'; did you mean '--runs'?");
    expect_wrong_usage({"run", "x.yaml", "--fromat=json", "--sead=1"}, "did you mean '--format'?");
    expect_wrong_usage({"run", "x.yaml", "--fromat=json", "--sead=1"}, "did you mean '--seed'?");
    expect_wrong_usage({"run", "x.yaml", "--zzzzzz"}, "unknown option '--zzzzzz'\n");
    expect_wrong_usage({"run", "x.yaml", "--run", "16"}, "did you mean '--runs'?");  // nothing is completed silently
}

TEST(Usage, values_are_checked) {
    expect_wrong_usage({"run", "x.yaml", "--runs", "many"}, "--runs takes a whole number from 1 to");
    expect_wrong_usage({"run", "x.yaml", "--runs", "0"}, "not '0'");
    expect_wrong_usage({"run", "x.yaml", "--runs", "16.5"}, "not '16.5'");
    expect_wrong_usage({"run", "x.yaml", "--runs"}, "runs");
    expect_wrong_usage({"run", "x.yaml", "--threads", "-2"}, "--threads takes a whole number");
    expect_wrong_usage({"run", "x.yaml", "--format", "jsn"},
                       "--format takes text, json, jsonl, csv and markdown, not 'jsn'; did you mean 'json'?");
    expect_wrong_usage({"run", "x.yaml", "--set", "rivalry"}, "--set takes a path and a value");
    expect_wrong_usage({"run", "x.yaml", "--seed", "1", "--seed", "2"}, "--seed is given more than once");
    expect_wrong_usage({"run", "x.yaml", "--quiet", "--verbose"}, "exclude each other");
    expect_wrong_usage({"run"}, "missing a scenario file");
    expect_wrong_usage({"run", "x.yaml", "y.yaml"}, "unexpected 'y.yaml'");
    expect_wrong_usage({"new"}, "missing --people");
    expect_wrong_usage({"new", "--people", "p.csv", "--map", "department"}, "--map takes a column and its name");
}

TEST(Usage, complaints_name_the_help) { expect_wrong_usage({"run", "--bad"}, "see micropol run --help"); }

TEST(Usage, colours_stay_out_of_files) { EXPECT_THAT(run({"run", "--bad"}).errors, Not(HasSubstr("\x1b"))); }

TEST(Describe, tells_each_topic_in_each_format) {
    for (char const* topic : {"mechanisms", "interventions", "outcomes", "week", "parameters", "traits", "fields", "sources"}) {
        Outcome const json = run({"describe", topic, "--format", "json"});
        ASSERT_EQ(json.code, 0) << topic << json.errors;
        auto const parsed = nlohmann::json::parse(json.output);
        EXPECT_GT(parsed.at(topic).size(), 3u) << topic;
        EXPECT_THAT(run({"describe", topic, "--format", "markdown"}).output, HasSubstr("| --- |"));
        EXPECT_EQ(run({"describe", topic}).code, 0);
    }
}

TEST(Describe, tells_about_one_thing) {
    Outcome const mechanism = run({"describe", "attitude"});
    EXPECT_EQ(mechanism.code, 0);
    EXPECT_THAT(mechanism.output, HasSubstr("mechanism attitude"));
    EXPECT_THAT(run({"describe", "political_skill"}).output, HasSubstr("share"));
    EXPECT_THAT(run({"describe", "friedkin_johnsen_1990"}).output, HasSubstr("Social influence and opinions"));
}

TEST(Describe, tells_of_everything_that_has_one_name) {
    std::string const text = run({"describe", "rivalry"}).output;
    EXPECT_THAT(text, HasSubstr("outcome rivalry"));
    EXPECT_THAT(text, HasSubstr("culture.rivalry"));
    auto const json = nlohmann::json::parse(run({"describe", "attitude", "--format", "json"}).output);
    ASSERT_EQ(json.size(), 3u);  // mechanism, outcome and trait
    EXPECT_EQ(json[0]["heading"], "mechanism attitude");
    EXPECT_EQ(json[1]["heading"], "outcome attitude");
    EXPECT_EQ(json[2]["traits"][0]["name"], "attitude");
    EXPECT_TRUE(nlohmann::json::parse(run({"describe", "governance", "--format", "json"}).output).is_object())
        << "one thing only";
}

TEST(Describe, tells_what_each_step_of_the_week_reads_and_changes) {
    auto const json = nlohmann::json::parse(run({"describe", "week", "--format", "json"}).output);
    EXPECT_TRUE(std::string(json["order"]).starts_with("levers, interventions, fatigue, shocks, environment"));
    EXPECT_TRUE(std::string(json["order"]).ends_with("governance, outcomes"));
    std::map<std::string, std::string> of_turnover;
    for (auto const& row : json["week"])
        if (row["step"] == "turnover") of_turnover.emplace(row["access"], row["columns"]);
    EXPECT_EQ(of_turnover, (std::map<std::string, std::string>{{"reads", "turnover_intention and called_away"},
                                                               {"updates", "present, quits and hires"}}));
    EXPECT_FALSE(json.contains("costs")) << "nothing is measured unless asked for";
}

// [step] of what `describe week --profile` and these words say each costs.
std::vector<std::string> profiled_steps(std::vector<std::string> words) {
    words.insert(words.begin(), {"describe", "week", "--profile"});
    words.insert(words.end(), {"--format", "json"});
    Outcome const said = run(words);
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_EQ(said.errors, "");
    auto const costs = nlohmann::json::parse(said.output).at("costs");
    std::vector<std::string> steps;
    double sum = 0, all = 0;
    for (auto const& cost : costs) {
        sum += all;
        all = std::stod(std::string(cost["microseconds"]));
        EXPECT_GE(all, 0);
        steps.push_back(cost["step"]);
    }
    EXPECT_EQ(costs.back()["share"], "100.0 %");
    EXPECT_GT(all, 0);
    EXPECT_NEAR(sum, all, 0.06 * double(costs.size())) << "each is rounded to a tenth";
    return steps;
}

TEST(Describe, says_what_each_step_of_the_week_costs) {
    std::string const flagship = (paths::source_folder() / "scenarios/marketing_sales.yaml").string();
    std::vector<std::string> expected;
    auto const all = nlohmann::json::parse(run({"describe", "mechanisms", "--format", "json"}).output);
    for (auto const& mechanism : all["mechanisms"]) expected.push_back(mechanism["name"]);
    expected.insert(expected.end(), {"outcomes", "all"});
    EXPECT_EQ(profiled_steps({}), expected);
    EXPECT_EQ(profiled_steps({flagship}), expected);
    EXPECT_THAT(profiled_steps({flagship, "--strategy", "compensate_and_train"}),
                IsSupersetOf({"intervention loss_compensation", "intervention training"}));
    expect_wrong_usage({"describe", "attitude", "--profile"}, "--profile belongs to 'describe week'");
    expect_wrong_usage({"describe", "--profile"}, "'describe week'");
    expect_wrong_usage({"describe", "week", "--strategy", "x"}, "--strategy belongs to the scenario");
    expect_wrong_usage({"describe", "week", "--allow-outside"}, "--allow-outside belongs to the scenario");
    expect_wrong_usage({"describe", "--pages", "x", "--profile"}, "--pages goes without a name, --format and --profile");
    EXPECT_EQ(run({"describe", "week", "--profile", "nowhere.yaml"}).code, 3);
    EXPECT_THAT(run({"describe", "week", "--profile", flagship, "--strategy", "presure"}).errors, HasSubstr("presure"));
}

TEST(Describe, guesses_what_was_meant) {
    expect_wrong_usage({"describe", "attitud"}, "did you mean 'attitude'?");
    expect_wrong_usage({"describe", "xyzxyz"}, "topics are mechanisms");
}

TEST(Schema, is_json) {
    Outcome const said = run({"schema"});
    ASSERT_EQ(said.code, 0);
    EXPECT_TRUE(nlohmann::json::parse(said.output).contains("$schema"));
}

TEST(Describe, sources_for_a_reference_manager) {
    Outcome const said = run({"describe", "sources", "--bibtex"});
    EXPECT_EQ(said.code, 0);
    EXPECT_NE(said.output.find(
                  "@misc{granovetter_1978,\n  author = {M. Granovetter},\n  year = {1978},\n  title = {Threshold models of "
                  "collective behavior, American Journal of Sociology 83}\n}\n"),
              std::string::npos);
    EXPECT_NE(said.output.find("author = {H. R. Arkes and D. Hirshleifer and D. Jiang and S. Lim}"), std::string::npos);
    EXPECT_NE(said.output.find("doi = {10.1257/jel.20221698},"), std::string::npos);
    EXPECT_EQ(run({"describe", "mechanisms", "--bibtex"}).code, 2);
    EXPECT_NE(run({"describe", "sources", "--format", "csv"}).output.find("brown_2024,10.1257/jel.20221698,"), std::string::npos);
}

}  // namespace
}  // namespace micropol::cli
