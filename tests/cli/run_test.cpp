// Scenarios through the real program: what comes out, where it goes, and what an interruption leaves behind.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::HasSubstr;

std::string const tiny = tiny_company + R"(strategies:
  patient:
    interventions:
      - {lever: training, intensity: 0.4}
runs: {weeks: 12, histories: 32, seed: 7}
)";

TEST(Run, tells_in_words_on_standard_output_alone) {
    Folder const folder;
    Outcome const said = run({"run", folder.write("tiny.yaml", tiny)});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, HasSubstr("A tiny organisation"));
    EXPECT_THAT(said.output, testing::Not(HasSubstr("\x1b")));
    EXPECT_EQ(said.errors, "");
}

TEST(Run, says_the_same_bytes_for_every_number_of_threads) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny);
    std::string const one = run({"run", scenario, "--format", "json", "--threads", "1", "--runs", "96"}).output;
    EXPECT_EQ(one, run({"run", scenario, "--format", "json", "--threads", "2", "--runs", "96"}).output);
    EXPECT_EQ(one, run({"run", scenario, "--format", "json", "--threads", "5", "--runs", "96"}).output);
    EXPECT_NE(one, run({"run", scenario, "--format", "json", "--seed", "8", "--runs", "96"}).output);
    EXPECT_NE(one, "");
}

TEST(Run, rounds_histories_up_and_says_so) {
    Folder const folder;
    Outcome const said = run({"run", folder.write("tiny.yaml", tiny), "--runs", "20"});
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.errors, HasSubstr("20 histories become 32: 2 whole blocks of sixteen"));
    EXPECT_EQ(run({"run", folder.write("tiny.yaml", tiny), "--runs", "20", "--quiet"}).errors, "");
}

TEST(Run, a_strategy_changes_what_happens_and_an_unknown_one_is_refused) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny);
    std::string const without = run({"run", scenario, "--format", "json"}).output;
    EXPECT_NE(without, run({"run", scenario, "--format", "json", "--strategy", "patient"}).output);
    Outcome const unknown = run({"run", scenario, "--strategy", "patent"});
    EXPECT_EQ(unknown.code, 3);
    EXPECT_THAT(unknown.errors, HasSubstr("did you mean 'patient'?"));
}

TEST(Run, set_and_weeks_are_heard) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny);
    std::string const plain = run({"run", scenario, "--format", "json"}).output;
    EXPECT_NE(plain, run({"run", scenario, "--format", "json", "--set", "culture.rivalry=0.95"}).output);
    EXPECT_NE(plain, run({"run", scenario, "--format", "json", "--weeks", "5"}).output);
    EXPECT_EQ(plain, run({"run", scenario, "--format", "json", "--weeks", "12", "--seed", "7"}).output);
}

TEST(Run, dry_run_forecasts_and_writes_nothing) {
    Folder const folder;
    Outcome const said = run({"run", folder.write("tiny.yaml", tiny), "--dry-run", "--output", (folder / "out.db").string()});
    EXPECT_EQ(said.code, 0) << said.errors;
    for (char const* word : {"32 histories in 2 blocks of sixteen", "17 employees", "12 weeks", "Memory", "Time"})
        EXPECT_THAT(said.output, HasSubstr(word));
    EXPECT_FALSE(fs::exists(folder / "out.db"));
}

TEST(Run, refuses_what_does_not_fit_into_memory) {
    Folder const folder;
    Outcome const said = run({"run", folder.write("tiny.yaml", tiny), "--threads", "4096", "--runs", "1000000", "--set",
                              "organisation.departments.Sales.headcount=90000"});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, HasSubstr("of memory with 4,096 threads"));
    EXPECT_EQ(said.output, "");
}

TEST(Validate, shows_every_problem_at_once) {
    Folder const folder;
    std::string const file = folder.write("bad.yaml", R"(micropol: 1
organisation:
  departments:
    - {name: Marketing, headcount: 6, colour: red}
    - {name: Sales, headcount: -8}
transformation: {}
culture: {rivalri: 0.5}
)");
    for (char const* verb : {"validate", "run"}) {
        Outcome const said = run({verb, file});
        EXPECT_EQ(said.code, 3);
        EXPECT_EQ(said.output, "");
        EXPECT_THAT(said.errors, HasSubstr("bad.yaml:4:"));
        EXPECT_THAT(said.errors, HasSubstr("bad.yaml:5:"));
        EXPECT_THAT(said.errors, HasSubstr("did you mean 'rivalry'?"));
        EXPECT_THAT(said.errors, HasSubstr("3 problems; nothing was simulated"));
    }
    auto const json = nlohmann::json::parse(run({"validate", file, "--format", "json"}).output);
    EXPECT_FALSE(json.at("valid").get<bool>());
    EXPECT_EQ(json.at("problems").size(), 3u);
    EXPECT_EQ(json.at("problems").at(0).at("line"), 4);
}

TEST(Validate, says_what_is_assumed) {
    Folder const folder;
    Outcome const said = run({"validate", folder.write("tiny.yaml", tiny)});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, HasSubstr("17 employees in 3 departments, 12 weeks, 1 strategy"));
    EXPECT_THAT(said.output, HasSubstr("numbers have no source"));
}

TEST(Validate, a_missing_file_is_invalid_input) {
    Outcome const said = run({"validate", "nowhere.yaml"});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, HasSubstr("nowhere.yaml"));
}

TEST(New, writes_a_scenario_that_runs) {
    Folder const folder;
    std::string const people = folder.write("people.csv",
                                            "id,department,manager\n"
                                            "ana,Marketing,\nben,Marketing,ana\ncem,Sales,ana\ndia,Sales,cem\neva,Sales,cem\n");
    std::string const ties = folder.write("advice.csv", "source,target\nben,dia\ndia,eva\n");
    std::string const scenario = (folder / "ours.yaml").string();
    Outcome const made = run({"new", "--people", people, "--ties", ties, "--output", scenario});
    ASSERT_EQ(made.code, 0) << made.errors;
    EXPECT_THAT(made.output, HasSubstr("5 people in 2 departments"));
    EXPECT_EQ(run({"run", scenario, "--runs", "16", "--weeks", "4"}).code, 0) << run({"run", scenario}).errors;
    Outcome const again = run({"new", "--people", people, "--output", scenario});
    EXPECT_EQ(again.code, 2);
    EXPECT_THAT(again.errors, HasSubstr("is there already"));
    EXPECT_THAT(run({"new", "--people", people}).output, HasSubstr("micropol: 1"));
}

// ------------------------------------------------------------------------------------- interruption

int stored_blocks(fs::path const& file) {
    sqlite3* database = nullptr;
    int count = 0;
    if (sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK) {
        auto const take = [](void* into, int, char** values, char**) {
            *static_cast<int*>(into) = std::atoi(values[0]);
            return 0;
        };
        sqlite3_exec(database, "SELECT count(*) FROM block", take, &count, nullptr);
    }
    sqlite3_close(database);
    return count;
}

// Starts a run, sends the signal once a block is stored, and returns what was said.
Outcome interrupt(Folder const& folder, std::string const& scenario, std::string const& runs, int signal) {
    using namespace std::chrono_literals;
    fs::path const output = folder / "long.db";
    Running const program(folder, {"run", scenario, "--runs", runs, "--threads", "2", "--output", output.string()});
    for (int attempt = 0; attempt < 3000 && stored_blocks(output) == 0; ++attempt) std::this_thread::sleep_for(10ms);
    program.send(signal);
    return program.wait();
}

TEST(Interruption, keeps_finished_blocks_and_says_how_to_go_on) {
    for (auto const& [signal, code] : {std::pair{SIGINT, 130}, std::pair{SIGTERM, 143}}) {
        Folder const folder;
        Outcome const said = interrupt(folder, folder.write("tiny.yaml", tiny), "1000000", signal);
        EXPECT_EQ(said.code, code) << said.errors;
        EXPECT_EQ(said.output, "");
        EXPECT_THAT(said.errors, HasSubstr("are kept in"));
        EXPECT_THAT(said.errors, HasSubstr("To go on: "));
        EXPECT_GT(stored_blocks(folder / "long.db"), 0);
    }
}

TEST(Interruption, a_resumed_run_says_the_same_bytes) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny), runs = "32000";
    ASSERT_EQ(interrupt(folder, scenario, runs, SIGINT).code, 130);
    std::vector<std::string> const command{"run", scenario, "--runs", runs, "--format", "json"};
    std::vector<std::string> resumed = command;
    resumed.insert(resumed.end(), {"--output", (folder / "long.db").string()});
    Outcome const said = run(resumed);
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.errors, HasSubstr("of 2,000 blocks are there already"));
    EXPECT_EQ(said.output, run(command).output);
}

}  // namespace
}  // namespace micropol::cli
