// micropol-mpi: any number of processes, the bytes of one.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "cli/program.h"
#include "cli/workshop_answers.h"
#include "mpi/message.h"
#include "support/paths.h"

namespace micropol::cli {
namespace {

using testing::HasSubstr;

std::string const tiny = tiny_company + R"(strategies:
  patient:
    interventions:
      - {lever: training, intensity: 0.4}
  idle:
    interventions: []
runs: {weeks: 12, histories: 160, seed: 7}
)";

std::vector<std::string> on_processes(int count, std::vector<std::string> words) {
    // More processes than processors, in a container, by whoever runs the tests.
    std::vector<std::string> all{"--oversubscribe",     "--allow-run-as-root", "--bind-to", "none", "-np",
                                 std::to_string(count), paths::mpi_program()};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

Outcome run_on(int count, std::vector<std::string> words) {
    Folder const folder;
    return Running(folder, on_processes(count, std::move(words)), paths::mpiexec()).wait();
}

TEST(Mpi, any_number_of_processes_gives_the_bytes_of_one) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny);
    std::string const alone = (folder / "alone.db").string(), together = (folder / "together.db").string(),
                      observed = (folder / "observed").string();
    ASSERT_EQ(run({"new", "--evidence", scenario, "--invented", "8", "--group-size", "3", "--output", observed}).code, 0);
    for (std::vector<std::string> const& command :
         {std::vector<std::string>{"run", scenario},
          {"compare", scenario},
          {"compare", scenario, "--until-decided", "--indifference", "0.1", "--runs", "1600"},
          {"calibrate", scenario, "--evidence", observed + "/log_ins.csv", "--group-size", "3", "--factor",
           "mechanisms.adoption.pace", "--draws", "250", "--particles", "250", "--waves", "1", "--draws-each", "60"}}) {
        std::vector<std::string> one = command;
        one.insert(one.end(), {"--format", "json", "--output", alone});
        Outcome const expected = run(one);
        ASSERT_EQ(expected.code, 0) << expected.errors;
        for (int const count : {1, 2, 3, 5}) {
            std::vector<std::string> words = command;
            words.insert(words.end(), {"--format", "json", "--output", together});
            Outcome const said = run_on(count, words);
            ASSERT_EQ(said.code, 0) << said.errors;
            EXPECT_EQ(said.output, expected.output) << count;
            EXPECT_TRUE(content_of(together) == content_of(alone)) << count;
            fs::remove(together);
        }
        fs::remove(alone);
    }
}

// Beliefs and what they make of a posterior go from process to process with the variants.
TEST(Mpi, so_it_is_with_a_workshop) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny), alone = (folder / "alone.html").string(),
                      together = (folder / "together.html").string();
    Json const asked = questions_about(scenario, {"--runs", "48"});
    std::vector<std::string> const command{
        "workshop",
        folder.write("anna.yaml", answers_to(asked, "Anna", low_chips)),
        folder.write("ben.yaml", answers_to(asked, "Ben", high_chips)),
        folder.write("ben2.yaml", answers_to(asked, "Ben", "[0, 0, 0, 0, 9, 9, 0, 0, 0, 0]", "2")),
        "--scenario",
        scenario,
        "--runs",
        "48",
        "--format",
        "json"};
    Outcome const expected = run(with(command, {"--output", alone}));
    ASSERT_EQ(expected.code, 0) << expected.errors;
    for (int const count : {1, 2, 3}) {
        Outcome const said = run_on(count, with(command, {"--output", together}));
        ASSERT_EQ(said.code, 0) << said.errors;
        EXPECT_EQ(said.output, expected.output) << count;
        EXPECT_TRUE(content_of(together) == content_of(alone)) << count;
        fs::remove(together);
    }
    EXPECT_EQ(run_on(3, with(command, {"--dry-run"})).output.find("participants"),
              run_on(3, with(command, {"--dry-run"})).output.rfind("participants"));
}

TEST(Mpi, one_of_them_speaks_and_its_code_counts) {
    Folder const folder;
    Outcome const missing = run_on(3, {"run", "nowhere.yaml"});
    EXPECT_EQ(missing.code, 3);
    EXPECT_EQ(missing.errors.find("nowhere.yaml: cannot be read"), missing.errors.rfind("nowhere.yaml: cannot be read"));
    EXPECT_EQ(run_on(2, {"run", folder.write("tiny.yaml", tiny), "--dry-run"}).code, 0);
    EXPECT_EQ(run_on(2, {"run", folder.write("tiny.yaml", tiny), "--output", "/nowhere/x.db"}).code, 3);
    EXPECT_EQ(run_on(2, {"--version"}).code, 0);
}

// Kills a job of three processes in the midst of it, again and again, and lets it go on; the bytes of one process in the end.
void kill_and_go_on(std::vector<std::string> const& command, std::vector<std::chrono::milliseconds> const& after) {
    using namespace std::chrono_literals;
    Folder const folder;
    std::string const alone = (folder / "alone.db").string(), killed = (folder / "killed.db").string();
    auto const into = [&](std::string const& file) { return with(command, {"--output", file}); };
    ASSERT_EQ(run(into(alone)).code, 0);
    for (auto const moment : after) {
        Running const job(folder, on_processes(3, into(killed)), paths::mpiexec());
        for (int attempt = 0; attempt < 1000 && !fs::exists(killed); ++attempt) std::this_thread::sleep_for(10ms);
        std::this_thread::sleep_for(moment);
        job.send(SIGKILL);
        (void)job.wait();
    }
    // Its processes notice within a moment that nobody started them.
    Outcome said;
    for (int attempt = 0; attempt < 100; ++attempt) {
        said = run_on(3, into(killed));
        if (said.code == 0) break;
        ASSERT_THAT(said.errors, HasSubstr("another run is writing"));
        std::this_thread::sleep_for(100ms);
    }
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_TRUE(content_of(killed) == content_of(alone));
}

TEST(Mpi, a_job_that_was_killed_is_gone_on_with) {
    using namespace std::chrono_literals;
    Folder const folder;
    kill_and_go_on({"run", folder.write("tiny.yaml", tiny), "--runs", "32000"}, {100ms});
}

TEST(Mpi, so_is_a_calibration_in_its_table_and_in_its_waves) {
    using namespace std::chrono_literals;
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml", tiny), observed = (folder / "observed").string();
    ASSERT_EQ(run({"new", "--evidence", scenario, "--invented", "8", "--group-size", "3", "--output", observed}).code, 0);
    kill_and_go_on({"calibrate", scenario, "--evidence", observed + "/log_ins.csv", "--group-size", "3", "--factor",
                    "mechanisms.adoption.pace", "--draws", "3000", "--particles", "250", "--waves", "2", "--draws-each", "800"},
                   {100ms, 300ms, 600ms});
}

TEST(Mpi, messages_arrive_as_they_were_sent) {
    using namespace mpi;
    Order const order{
        .first_variant = 3,
        .variants = {{"a", "b", {Override{"culture.rivalry", "0.5"}, SwitchOff{"mechanisms.tactics"}}, "Why"}, {"", ""}},
        .piece = {7, 8},
        .tasks = {{3, 11}, {4, 12}},
        .fingerprint = {1, ~0ull}};
    Order const read = order_in(bytes_of(order));
    EXPECT_EQ(as_override(read.variants.at(0).changes.at(0)).value, "0.5");
    EXPECT_EQ(as_override(read.variants.at(0).changes.at(1)), as_override(SwitchOff{"mechanisms.tactics"}));
    EXPECT_EQ(read.variants.at(1).name, "");
    EXPECT_EQ(read.tasks.at(1).block, 12u);
    EXPECT_EQ(read.fingerprint, order.fingerprint);
    Report report;
    report.piece = {7};
    BlockResult& result = report.results.emplace_back();
    result.weekly = {Worlds(0.5f), Worlds(-0.0f)}, result.person = {"Müller", ""}, result.drawn = {0.25}, result.state_hash = 99;
    Report const back = report_in(bytes_of(report));
    EXPECT_EQ(back.results.at(0).person, result.person);
    EXPECT_EQ(back.results.at(0).state_hash, 99u);
    EXPECT_TRUE(std::signbit(back.results.at(0).weekly.at(1)[5]));
    Bytes cut = bytes_of(report);
    cut.resize(cut.size() - 1);
    EXPECT_THROW((void)report_in(cut), std::runtime_error);
}

}  // namespace
}  // namespace micropol::cli
