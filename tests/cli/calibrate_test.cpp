// micropol calibrate and --posterior through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr char const* company = R"(micropol: 1
name: A company
organisation:
  departments:
    - {name: Marketing, headcount: 30}
    - {name: Sales, headcount: 40}
transformation:
  initiatives:
    - {name: CRM}
strategies:
  learn: {interventions: [{lever: training, intensity: 0.6}]}
  insist: {interventions: [{lever: executive_mandate, intensity: 0.8}]}
runs: {weeks: 16, histories: 64, seed: 5}
)";

struct CalibrateProgram : testing::Test {
    Folder folder;
    std::string scenario = folder.write("company.yaml", company);
    std::string const observed = (folder / "observed").string(), posterior = (folder / "posterior.db").string();

    void invent() const {
        Outcome const said = run({"new", "--evidence", scenario, "--invented", "12", "--set", "mechanisms.adoption.constant=1.2",
                                  "--set", "mechanisms.adoption.pace=0.25", "--seed", "9", "--output", observed});
        ASSERT_EQ(said.code, 0) << said.errors;
    }
    [[nodiscard]] Outcome calibrate(std::vector<std::string> const& more = {}) const {
        return run(with({"calibrate", scenario, "--evidence", observed + "/log_ins.csv", "--evidence", observed + "/survey.csv",
                         "--quick", "--factor", "mechanisms.adoption.constant=-2..2", "--factor", "mechanisms.adoption.pace",
                         "--factor", "culture.rivalry"},
                        more));
    }
};

TEST_F(CalibrateProgram, learns_from_an_invented_company) {
    invent();
    Outcome const said = calibrate({"--output", posterior});
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("What the evidence says of what was not known"), HasSubstr("constant"),
                                   HasSubstr("Can the model produce what was observed?"), Not(HasSubstr("\x1b"))));
    EXPECT_EQ(run({"results", "show", posterior}).output, said.output) << "the file says it again";
    EXPECT_EQ(calibrate({"--output", posterior}).output, said.output) << "and so does the command, without simulating";
    auto const json = nlohmann::json::parse(calibrate({"--format", "json"}).output);
    EXPECT_EQ(json["observations"].size(), 12u * 2 + 10);
    EXPECT_EQ(json["numbers"].size(), 3u + 5);
    EXPECT_THAT(calibrate({"--format", "csv"}).output, HasSubstr("number,mechanisms.adoption.constant,after_low,"));
    EXPECT_THAT(run({"results", "check", posterior}).output, HasSubstr("every number as it was written"));
    std::string const german = calibrate({"--language", "de"}).output;
    EXPECT_THAT(german, AllOf(HasSubstr("Kann das Modell das Beobachtete hervorbringen?"), Not(HasSubstr("evidence"))));
}

TEST_F(CalibrateProgram, strategies_run_on_the_posterior) {
    invent();
    ASSERT_EQ(calibrate({"--output", posterior}).code, 0);
    std::string const prior = (folder / "prior.db").string();
    ASSERT_EQ(run({"compare", scenario, "--prior", posterior, "--output", prior}).code, 0);
    Outcome const compared = run(
        {"compare", scenario, "--posterior", posterior, "--before", prior, "--output", (folder / "after.db").string()});
    EXPECT_EQ(compared.code, 0) << compared.errors;
    EXPECT_THAT(compared.output, HasSubstr("The decision before and after the evidence"));
    for (std::vector<std::string> const& words : {std::vector<std::string>{"run", scenario},
                                                  {"sweep", scenario, "--factor", "culture.rivalry=0.1..0.6", "--points", "32"},
                                                  {"explain", scenario, "--runs", "16"}}) {
        Outcome const said = run(with(words, {"--posterior", posterior}));
        EXPECT_EQ(said.code, 0) << words[0] << ": " << said.errors;
        EXPECT_NE(said.output, run(words).output) << words[0];
    }
    std::string const page = (folder / "page.html").string();
    EXPECT_EQ(run({"report", posterior, prior, (folder / "after.db").string(), "--output", page}).code, 0);
    EXPECT_THAT(
        content_of(page),
        AllOf(HasSubstr("The decision before and after the evidence"), HasSubstr("What the evidence says of what was not known"),
              HasSubstr("from what the company&#39;s own evidence leaves of it"), HasSubstr(R"("kind":"ridges")")));
}

TEST_F(CalibrateProgram, strategies_begin_where_evidence_ends) {
    invent();
    ASSERT_EQ(calibrate({"--output", posterior}).code, 0);
    std::string const file = (folder / "later.db").string();
    std::vector<std::string> const command{"compare", scenario, "--posterior", posterior, "--from-week", "12"};
    Outcome const said = run(with(command, {"--output", file}));
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, HasSubstr("Strategies begin in week 12; what was done until then: none."));
    EXPECT_THAT(run({"results", "show", file}).output, HasSubstr("Strategies begin in week 12"));
    EXPECT_THAT(run(with(command, {"--language", "de"})).output, HasSubstr("Die Strategien beginnen in Woche 12"));
    auto const json = nlohmann::json::parse(run(with(command, {"--format", "json"})).output);
    EXPECT_EQ(json["later_start"]["week"], 12);
    std::string const kept = folder.write("later.json", json.dump()), page = (folder / "later.html").string();
    ASSERT_EQ(run({"report", kept, "--output", page}).code, 0);
    EXPECT_THAT(content_of(page), HasSubstr("Strategies begin in week 12"));
    EXPECT_THAT(run({"compare", scenario, "--posterior", posterior, "--from-week", "3"}).errors,
                HasSubstr("the evidence reaches to week 11: strategies begin before it ends"));
    EXPECT_EQ(run({"compare", scenario, "--from-week", "16"}).code, 2);
    EXPECT_EQ(run({"compare", scenario, "--from-week", "0"}).code, 2);
    // What began otherwise is not comparable.
    Outcome const other = run(
        with(command, {"--before", [&] {
                           std::string const before = (folder / "prior.db").string();
                           EXPECT_EQ(run({"compare", scenario, "--prior", posterior, "--output", before}).code, 0);
                           return before;
                       }()}));
    EXPECT_THAT(other.errors, HasSubstr("nothing is said of before and after"));
}

TEST_F(CalibrateProgram, what_the_company_did_goes_on_until_then) {
    invent();
    ASSERT_EQ(calibrate({"--strategy", "learn", "--output", posterior}).code, 0);
    Outcome const said = run({"compare", scenario, "--posterior", posterior, "--from-week", "12"});
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, HasSubstr("Strategies begin in week 12; what was done until then: learn."));
}

TEST_F(CalibrateProgram, holds_out_one_survey) {
    std::string text = "week,department,item,n,scale,mean,wave\n";
    for (auto const& [week, wave, mean] : {std::tuple{"4", "spring", "3.0"}, {"10", "autumn", "3.4"}, {"11", "", "3.5"}})
        for (char const* department : {"Marketing", "Sales"})
            for (char const* item : {"attitude", "strain"})
                text += std::string(week) + ',' + department + ',' + item + ",20,1-5," + mean + ',' + wave + '\n';
    std::string const survey = folder.write("survey.csv", text);
    std::vector<std::string> const command{
        "calibrate", scenario, "--evidence", survey, "--quick", "--factor", "mechanisms.adoption.constant=-2..2"};
    Outcome const said = run(with(command, {"--hold-out-wave", "autumn", "--output", posterior}));
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("How well it forecasts the survey that was held out, autumn"),
                                   HasSubstr("Of the survey autumn, which was held out"),
                                   HasSubstr("the model before calibration"), HasSubstr("as in the last survey")));
    EXPECT_EQ(run({"results", "show", posterior}).output, said.output);
    auto const json = nlohmann::json::parse(run(with(command, {"--hold-out-wave", "11", "--format", "json"})).output);
    EXPECT_EQ(json["hold_out_wave"], "11");
    auto const& forecasts = json["retrodiction"][0]["forecasts"];
    EXPECT_EQ(forecasts[0]["numbers"], 4) << "a survey without a name is called by its week";
    ASSERT_EQ(forecasts[2]["name"], "last_wave") << "that of autumn, a week before";
    EXPECT_EQ(forecasts[2]["numbers"], 4);
    // Off by 0.1 of four steps, give or take what luck does to twenty answers.
    EXPECT_GT(forecasts[2]["crps"].get<double>(), 0.01);
    EXPECT_LT(forecasts[2]["crps"].get<double>(), 0.05);
    auto const first = nlohmann::json::parse(run(with(command, {"--hold-out-wave", "spring", "--format", "json"})).output);
    EXPECT_EQ(first["retrodiction"][0]["forecasts"].size(), 2u) << "before the first survey is none";
    Outcome const unknown = run(with(command, {"--hold-out-wave", "autum"}));
    EXPECT_EQ(unknown.code, 2);
    EXPECT_THAT(unknown.errors, AllOf(HasSubstr("no survey is called 'autum'"), HasSubstr("did you mean 'autumn'?")));
    EXPECT_EQ(run(with(command, {"--hold-out-wave", "autumn", "--hold-out-from", "10"})).code, 2);
    EXPECT_THAT(run(with(command, {"--hold-out-from", "12"})).errors, HasSubstr("nothing is held out"));
}

TEST_F(CalibrateProgram, takes_evidence_that_begins_in_the_middle) {
    std::string text = "week,department,active,logged_in\n";
    for (int week = 9; week < 16; ++week) text += std::to_string(week) + ",Sales,40," + std::to_string(week) + '\n';
    std::string const late = folder.write("late.csv", text);
    Outcome const said = run({"calibrate", scenario, "--evidence", late, "--quick", "--hold-out-from", "13", "--factor",
                              "mechanisms.adoption.pace", "--format", "json"});
    ASSERT_EQ(said.code, 0) << said.errors;
    auto const forecasts = nlohmann::json::parse(said.output)["retrodiction"][0]["forecasts"];
    ASSERT_EQ(forecasts.size(), 5u);
    for (auto const& one : forecasts) EXPECT_EQ(one["numbers"], 3) << one["name"];
}

TEST_F(CalibrateProgram, parts_put_together_are_the_bytes_of_one_process) {
    invent();
    std::vector<std::string> const command{"calibrate",    scenario,
                                           "--evidence",   observed + "/log_ins.csv",
                                           "--factor",     "mechanisms.adoption.pace",
                                           "--draws",      "220",
                                           "--particles",  "220",
                                           "--draws-each", "60"};
    for (char const* waves : {"1", "0"}) {
        std::vector<std::string> const its = with(command, {"--waves", waves});
        std::string const whole = (folder / "whole.db").string(), merged = (folder / "merged.db").string();
        Outcome const expected = run(with(its, {"--output", whole}));
        ASSERT_EQ(expected.code, 0) << expected.errors;
        std::vector<std::string> merge{"results", "merge", merged};
        for (char const* shard : {"3/3", "1/3", "2/3"}) {
            merge.push_back((folder / (std::string(1, shard[0]) + ".db")).string());
            Outcome const part = run(with(its, {"--shard", shard, "--output", merge.back()}));
            ASSERT_EQ(part.code, 0) << part.errors;
            EXPECT_EQ(part.output, "") << "a part has nothing to conclude";
        }
        ASSERT_EQ(run(merge).code, 0);
        Outcome const said = run(with(its, {"--output", merged}));
        EXPECT_EQ(said.output, expected.output);
        EXPECT_TRUE(content_of(merged) == content_of(whole)) << waves;
        for (std::size_t k = 2; k < merge.size(); ++k) fs::remove(merge[k]);
        fs::remove(whole);
    }
}

TEST_F(CalibrateProgram, killed_and_gone_on_with_is_the_same_bytes) {
    using namespace std::chrono_literals;
    invent();
    auto const into = [&](std::string const& file) {
        return std::vector<std::string>{"calibrate",    scenario,
                                        "--evidence",   observed + "/log_ins.csv",
                                        "--factor",     "mechanisms.adoption.pace",
                                        "--draws",      "1500",
                                        "--waves",      "2",
                                        "--draws-each", "400",
                                        "--particles",  "300",
                                        "--output",     file};
    };
    std::string const whole = (folder / "whole.db").string(), killed = (folder / "killed.db").string();
    ASSERT_EQ(run(into(whole)).code, 0);
    int kills = 0;
    for (auto const after : {100ms, 400ms, 900ms, 1500ms}) {
        Running const program(folder, into(killed));
        std::this_thread::sleep_for(after);
        program.send(SIGKILL);
        kills += program.wait().code == -1;
    }
    EXPECT_GT(kills, 0) << "it was faster than its killer";
    Outcome const said = run(into(killed));
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_TRUE(content_of(killed) == content_of(whole));
}

TEST_F(CalibrateProgram, refuses_a_posterior_of_another_scenario) {
    invent();
    ASSERT_EQ(calibrate({"--output", posterior}).code, 0);
    Outcome const other = run({"run", scenario, "--posterior", posterior, "--set", "culture.data_hoarding=0.9"});
    EXPECT_EQ(other.code, 3);
    EXPECT_THAT(other.errors, AllOf(HasSubstr("this posterior is of another scenario"), HasSubstr("culture.data_hoarding")));
    EXPECT_EQ(run({"run", scenario, "--posterior", posterior, "--weeks", "20", "--runs", "16", "--seed", "8"}).code, 0)
        << "how long and how often is no matter of evidence";
    Outcome const none = run({"run", scenario, "--posterior", folder.write("no.db", "no results")});
    EXPECT_EQ(none.code, 3);
    EXPECT_THAT(run({"compare", scenario, "--before", posterior}).errors, HasSubstr("--before goes with --posterior"));
}

TEST_F(CalibrateProgram, says_what_is_wrong_with_evidence) {
    std::string const wrong = folder.write("wrong.csv", "week,department,active,logged_in\n1,Sales,40,41\n99,Sales,40,4\n");
    Outcome const said = run({"calibrate", scenario, "--evidence", wrong});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, AllOf(HasSubstr("wrong.csv:2:4: 41 logged in, of 40 who could"),
                                   HasSubstr("wrong.csv:3:1: week 99 is beyond the end")));
    EXPECT_EQ(run({"calibrate", scenario}).code, 2);
    EXPECT_EQ(run({"calibrate", scenario, "--evidence", (folder / "none.csv").string()}).code, 3);
    Outcome const empty = run({"new", "--evidence", scenario, "--output", observed});
    EXPECT_EQ(empty.code, 0) << empty.errors;
    EXPECT_THAT(run({"calibrate", scenario, "--evidence", observed + "/log_ins.csv"}).errors,
                HasSubstr("the evidence has no number"));
    EXPECT_EQ(run({"new", "--evidence", scenario, "--output", observed}).code, 2) << "nothing is written over";
}

TEST_F(CalibrateProgram, describes_what_can_be_observed) {
    EXPECT_THAT(run({"describe", "evidence"}).output,
                AllOf(HasSubstr("logged_in"), HasSubstr("voiced_attitude"), HasSubstr("measurement.shading")));
}

}  // namespace
}  // namespace micropol::cli
