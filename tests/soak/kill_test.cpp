// The real program, killed at random moments: nothing is lost, and what comes out in the end is what would have come out.

#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "soak/soak.h"
#include "soak/studies.h"

namespace micropol::soak {
namespace {

using cli::content_of, cli::Folder, cli::Outcome, cli::run, cli::Running, cli::with;
namespace fs = std::filesystem;

// Kills the program at random moments until it has been killed so often. Each time the same command goes on; whenever a study
// comes to its end, the file has to have the bytes of one that was never disturbed, and the next begins. Returns how many did.
int kill_again_and_again(Folder const& folder, std::vector<std::string> const& command, int kills, Chance& chance) {
    using namespace std::chrono;
    std::string const whole = (folder / "whole.db").string(), file = (folder / "killed.db").string();
    auto const start = steady_clock::now();
    EXPECT_EQ(run(with(command, {"--output", whole})).code, 0);
    double const seconds = duration<double>(steady_clock::now() - start).count();
    int finished = 0;
    for (int killed = 0; killed < kills && !testing::Test::HasFailure();) {
        // Now and then long enough to come to the end, so that finishing is interrupted as well.
        double const after = seconds * std::ldexp(double(chance() >> 11), -53) * 1.3;
        Running const program(folder, with(command, {"--output", file}));
        std::this_thread::sleep_for(duration<double>(after));
        program.send(SIGKILL);
        Outcome const said = program.wait();
        if (said.code == -1) {
            ++killed;
            continue;
        }
        EXPECT_EQ(said.code, 0) << said.errors;
        EXPECT_TRUE(content_of(file) == content_of(whole));
        fs::remove(file);
        ++finished;
    }
    EXPECT_EQ(run(with(command, {"--output", file})).code, 0);
    EXPECT_TRUE(content_of(file) == content_of(whole));
    fs::remove(file), fs::remove(whole);
    return finished;
}

TEST(Killed, two_hundred_times_nothing_is_lost) {
    Folder const folder;
    Chance chance(seed());
    int const times = tries(200);
    auto const all = studies(folder.write("tiny.yaml", tiny));
    int finished = 0;
    for (std::size_t k = 0; k < all.size(); ++k) {
        SCOPED_TRACE(all[k].name);
        int const share = times / int(all.size()) + (k < std::size_t(times) % all.size() ? 1 : 0);
        bool const has_weeks = all[k].command.front() != "explain";
        finished += kill_again_and_again(folder, has_weeks ? with(all[k].command, {"--weeks", "26"}) : all[k].command, share,
                                         chance);
    }
    EXPECT_GT(finished, 0) << "never came to an end";
    tell("kill: " + std::to_string(times) + " times killed over " + std::to_string(all.size()) + " kinds of study, " +
         std::to_string(finished) + " came to their end in between; every file ended with the bytes of an undisturbed one");
}

// Two at once: one writes, the other is told so and touches nothing.
TEST(Killed, two_writers_of_one_file_do_not_disturb_each_other) {
    Folder const folder, first_folder, second_folder;
    auto const all = studies(folder.write("tiny.yaml", tiny));
    std::string const whole = (folder / "whole.db").string(), file = (folder / "shared.db").string();
    int refused = 0;
    int const times = tries(12);
    Chance chance(seed());
    for (int k = 0; k < times; ++k) {
        std::vector<std::string> const& command = all[std::size_t(k) % all.size()].command;
        ASSERT_EQ(run(with(command, {"--output", whole})).code, 0);
        Running const first(first_folder, with(command, {"--output", file}));
        std::this_thread::sleep_for(std::chrono::milliseconds(below(chance, 30)));
        Running const second(second_folder, with(command, {"--output", file}));
        for (Outcome const& said : {first.wait(), second.wait()}) {
            EXPECT_THAT(said.code, testing::AnyOf(0, 3)) << said.errors;
            if (said.code == 3) {
                ++refused;
                EXPECT_THAT(said.errors, testing::HasSubstr("another run is writing these results"));
            }
        }
        EXPECT_TRUE(content_of(file) == content_of(whole));
        fs::remove(file), fs::remove(whole);
    }
    EXPECT_GT(refused, 0) << "they never met";
    tell("two writers: " + std::to_string(times) + " pairs, " + std::to_string(refused) +
         " times one was refused; no file differs");
}

}  // namespace
}  // namespace micropol::soak
