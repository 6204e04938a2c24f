// micropol compare --optimise through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "interventions/intervention.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string const tiny = tiny_company + "runs: {weeks: 12, histories: 48, seed: 7}\n";
constexpr char const* patient = "strategies:\n  patient:\n    interventions:\n      - {lever: training, intensity: 0.4}\n";

std::vector<std::string> search_of(std::string const& scenario, std::vector<std::string> const& more = {},
                                   std::string const& effort = "1500") {
    std::vector<std::string> words{"compare", scenario, "--optimise", "--by", "data_skill", "--effort", effort};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

TEST(OptimiseProgram, finds_what_teaches_people) {
    Folder const folder;
    Outcome const said = run(search_of(folder.write("tiny.yaml", tiny + patient), {"--format", "json"}));
    ASSERT_EQ(said.code, 0) << said.errors;
    auto const json = nlohmann::json::parse(said.output);
    EXPECT_GT(json["tried"], 100);
    for (auto const& strategy : json["final"]) {
        if (strategy["name"] != json["choice"]) continue;
        EXPECT_THAT(strategy["in_words"].get<std::string>(), HasSubstr("training"));
    }
    EXPECT_GT(json["optimism"]["kept"]["low"], 0);
}

// A found strategy pasted into the scenario is what the final said of it.
TEST(OptimiseProgram, what_was_found_can_be_pasted) {
    Folder const folder;
    auto const json = nlohmann::json::parse(run(search_of(folder.write("bare.yaml", tiny), {"--format", "json"})).output);
    std::string const choice = json["choice"];
    std::string yaml;
    for (auto const& strategy : json["final"])
        if (strategy["name"] == choice) yaml = strategy["yaml"];
    std::string const pasted = folder.write("pasted.yaml", tiny + yaml);
    auto const alone = nlohmann::json::parse(run({"run", pasted, "--strategy", choice, "--format", "json"}).output);
    std::size_t compared = 0;
    for (auto const& strategy : json["comparison"]["strategies"])
        for (std::size_t k = 0; strategy["name"] == choice && k < alone["outcomes"].size(); ++k, ++compared)
            EXPECT_EQ(strategy["outcomes"][k]["level"], alone["outcomes"][k]["at_horizon"]);
    EXPECT_GT(compared, 50u);
}

TEST(OptimiseProgram, the_same_bytes_for_every_number_of_threads) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny + patient);
    std::string const one = run(search_of(scenario, {"--threads", "1"})).output;
    EXPECT_NE(one, "");
    EXPECT_EQ(one, run(search_of(scenario, {"--threads", "3"})).output);
}

TEST(OptimiseProgram, keeps_the_budget_and_the_levers) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny + patient);
    auto const json = nlohmann::json::parse(
        run(search_of(scenario, {"--budget", "10", "--levers", "training,champions", "--bundle-size", "1", "--format", "json"}))
            .output);
    for (auto const& strategy : json["final"]) {
        if (!strategy.contains("in_words")) continue;
        EXPECT_EQ(strategy["keeps_limits"], true);
        std::string const words = strategy["in_words"];
        EXPECT_TRUE(words.starts_with("training") || words.starts_with("champions")) << words;
        EXPECT_EQ(words.find(';'), std::string::npos);
    }
}

TEST(OptimiseProgram, refuses_what_means_nothing) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny + patient);
    EXPECT_THAT(run({"compare", scenario, "--budget", "3"}).errors, HasSubstr("--budget goes with --optimise"));
    EXPECT_THAT(run(search_of(scenario, {"--levers", "trainin"})).errors, HasSubstr("did you mean 'training'?"));
    EXPECT_EQ(run(search_of(scenario, {"--until-decided"})).code, 2);
    EXPECT_EQ(run(search_of(scenario, {"--least-credibility", "7"})).code, 2);
    EXPECT_EQ(run(search_of(scenario, {}, "3")).code, 2);
    EXPECT_THAT(run(search_of(folder.write("few.yaml", tiny + "outcomes: [data_skill]\n"))).errors,
                HasSubstr("the outcome 'cost' is not recorded"));
}

TEST(OptimiseProgram, a_dry_run_says_what_would_be_searched) {
    Folder const folder;
    Outcome const dry = run(search_of(folder.write("tiny.yaml", tiny), {"--dry-run"}));
    EXPECT_EQ(dry.code, 0);
    EXPECT_THAT(dry.output, AllOf(HasSubstr(std::to_string(intervention_catalogue().size()) + " levers"),
                                  HasSubstr("1,500 blocks"), HasSubstr("Time")));
}

TEST(OptimiseProgram, a_search_is_taken_up_again_from_its_file) {
    Folder const folder;
    std::vector<std::string> const words = search_of(folder.write("tiny.yaml", tiny + patient),
                                                     {"--output", (folder / "search.db").string()}, "4000");
    using namespace std::chrono_literals;
    (void)interrupted(words, 1000ms);
    Outcome const again = run(words);
    EXPECT_EQ(again.code, 0) << again.errors;
    EXPECT_THAT(again.errors, HasSubstr("already"));
    EXPECT_EQ(again.output, run(search_of((folder / "tiny.yaml").string(), {}, "4000")).output);
    Outcome const shown = run({"results", "show", (folder / "search.db").string()});
    EXPECT_EQ(shown.code, 3);
    EXPECT_THAT(shown.errors, HasSubstr("a study of the kind 'optimise' is shown by the command that made it"));
}

TEST(OptimiseProgram, stops_when_asked) {
    Folder const folder;
    using namespace std::chrono_literals;
    Outcome const said = interrupted(search_of(folder.write("tiny.yaml", tiny), {}, "1000000"), 700ms);
    EXPECT_EQ(said.code, 130);
    EXPECT_EQ(said.output, "");
    EXPECT_THAT(said.errors, HasSubstr("nothing was saved"));
}

}  // namespace
}  // namespace micropol::cli
