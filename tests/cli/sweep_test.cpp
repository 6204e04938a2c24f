// micropol sweep through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string const scenario = tiny_company + R"(runs: {weeks: 8, histories: 48, seed: 7}
culture: {rivalry: {uniform: [0.1, 0.6]}, data_hoarding: {uniform: [0.1, 0.5]}}
strategies:
  patient:
    interventions:
      - {lever: training, intensity: {uniform: [0.2, 0.8]}}
)";

Outcome sweep(Folder const& folder, std::vector<std::string> words) {
    words.insert(words.begin(), {"sweep", folder.write("tiny.yaml", scenario)});
    return run(std::move(words));
}

TEST(SweepProgram, every_design_gives_the_same_bytes_for_every_number_of_threads) {
    Folder const folder;
    std::string const list = folder.write("points.csv", "culture.rivalry,governance.rule\n0.1,ceo\n0.3,committee\n0.5,ceo\n");
    for (std::vector<std::string> const& design : {std::vector<std::string>{"--design", "grid", "--levels", "2", "--runs", "32"},
                                                   {"--design", "one-at-a-time", "--levels", "3", "--runs", "32"},
                                                   {"--design", "latin_hypercube", "--points", "12"},
                                                   {"--design", "sobol_sequence", "--points", "8"},
                                                   {"--points", "4"},
                                                   {"--design", "sobol", "--points", "8", "--second-order"},
                                                   {"--list", list, "--runs", "32"}}) {
        auto const with = [&](char const* threads) {
            std::vector<std::string> words{"--format", "json", "--threads", threads};
            words.insert(words.end(), design.begin(), design.end());
            return sweep(folder, words);
        };
        Outcome const one = with("1");
        ASSERT_EQ(one.code, 0) << one.errors;
        EXPECT_EQ(one.output, with("3").output) << design[1];
        EXPECT_GE(nlohmann::json::parse(one.output)["factors"].size(), 2u);
    }
}

TEST(SweepProgram, compares_two_strategies_and_sweeps_them) {
    Folder const folder;
    Outcome const pair = sweep(folder, {"--strategy", "patient", "--against", "none", "--by", "data_skill", "--points", "4"});
    EXPECT_EQ(pair.code, 0) << pair.errors;
    EXPECT_THAT(pair.output, AllOf(HasSubstr("how far patient is ahead of none"), HasSubstr("intensity")));
    Outcome const swept = sweep(folder, {"--design", "grid", "--factor", "strategy=none, patient", "--by", "data_skill"});
    EXPECT_EQ(swept.code, 0) << swept.errors;
    EXPECT_THAT(swept.output, AllOf(HasSubstr("2 points"), HasSubstr("patient")));
}

TEST(SweepProgram, a_study_file_says_it_all_and_the_command_line_more) {
    Folder const folder;
    (void)folder.write("tiny.yaml", scenario);
    std::string const study = folder.write("study.yaml", R"(micropol_study: 1
scenario: tiny.yaml
question: Why here?
design: grid
levels: 2
histories: 32
factors: {culture.rivalry: 0.1..0.6}
)");
    EXPECT_THAT(run({"sweep", study}).output, AllOf(HasSubstr("Why here?"), HasSubstr("2 points × 32 histories")));
    EXPECT_THAT(run({"sweep", study, "--levels", "3", "--runs", "48"}).output, HasSubstr("3 points × 48 histories"));
    Outcome const dry = run({"sweep", study, "--dry-run"});
    EXPECT_THAT(dry.output, AllOf(HasSubstr("2 points"), HasSubstr("Memory"), HasSubstr("Time")));
    Outcome const bad = run({"sweep", folder.write("bad.yaml",
                                                   "micropol_study: 1\nscenario: tiny.yaml\nfactors: {culture.rivalri: "
                                                   "0.1..0.6, culture.data_hoarding: 0.1..7}\n")});
    EXPECT_EQ(bad.code, 3);
    EXPECT_THAT(bad.errors, AllOf(HasSubstr("bad.yaml:3:"), HasSubstr("leaves its range")));
}

TEST(SweepProgram, refuses_what_cannot_be_swept) {
    Folder const folder;
    Outcome const unknown = sweep(folder, {"--factor", "culture.rivalri=0..1"});
    EXPECT_EQ(unknown.code, 3);
    EXPECT_THAT(unknown.errors, AllOf(HasSubstr("--factor culture.rivalri=0..1"), HasSubstr("did you mean 'rivalry'?")));
    EXPECT_EQ(sweep(folder, {"--factor", "culture.rivalry=0..3"}).code, 3);
    EXPECT_EQ(sweep(folder, {"--factor", "governance.rule=ceo, nobody"}).code, 3);
    EXPECT_EQ(sweep(folder, {"--factor", "strategy=none, patent"}).code, 3);
    EXPECT_EQ(sweep(folder, {"--strategy", "patent"}).code, 3);
    EXPECT_EQ(sweep(folder, {"--list", folder.write("a.csv", "culture.rivalry\n0.1\nmuch\n")}).code, 3);
    EXPECT_THAT(sweep(folder, {"--list", folder.write("b.csv", "culture.rivalry\n0.1\n9\n")}).errors, HasSubstr("b.csv:3:1:"));
    for (std::vector<std::string> const& wrong : {std::vector<std::string>{"--design", "gird"},
                                                  {"--by", "substantiv"},
                                                  {"--factor", "nothing"},
                                                  {"--levels", "3"},
                                                  {"--second-order"},
                                                  {"--fails-below", "x"},
                                                  {"--design", "list"},
                                                  {"--points", "0"}})
        EXPECT_EQ(sweep(folder, wrong).code, 2) << wrong.front();
}

}  // namespace
}  // namespace micropol::cli
