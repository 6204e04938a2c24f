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
    EXPECT_THAT(content_of(page), AllOf(HasSubstr("The decision before and after the evidence"),
                                        HasSubstr("What the evidence says of what was not known")));
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
