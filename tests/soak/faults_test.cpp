// Calls of the system that fail, one after the other: writing, synchronising, renaming, opening, memory; a full disk; a limit on the
// size of files. The program says what is wrong, loses nothing that was there, and does not die of it.

#include <gmock/gmock.h>

#include <array>
#include <map>

#include "soak/soak.h"
#include "soak/studies.h"

namespace micropol::soak {
namespace {

using cli::content_of, cli::Folder, cli::Outcome, cli::run, cli::with;
namespace fs = std::filesystem;

constexpr std::array<char const*, 5> kinds{"write", "sync", "rename", "open", "memory"};

// A command, what it writes, and what stands there before.
struct Work {
    std::string name;
    std::vector<std::string> command;
    std::vector<std::string> written;                          // files
    std::map<std::string, std::string> there = {}, made = {};  // file -> content, before and after
};

class Faults : public testing::Test {
  protected:
    void SetUp() override {
        if (paths::fault_library().empty()) GTEST_SKIP() << "sanitizers come between";
        std::string const scenario = folder_.write("tiny.yaml", tiny), results = (folder_ / "results.db").string(),
                          page = (folder_ / "page.html").string(), study = (folder_ / "study.db").string(),
                          tables = (folder_ / "tables").string();
        ASSERT_EQ(run({"run", scenario, "--output", results}).code, 0);
        for (Study const& one : studies(scenario))
            if (one.name != "compare, searching") works_.push_back({one.name, with(one.command, {"--output", study}), {study}});
        works_.push_back({"report", {"report", results, "--output", page}, {page}, {{page, "the page of last week"}}});
        std::string const outcome = (folder_ / "tables/outcome.csv").string(),
                          history = (folder_ / "tables/history.csv").string();
        works_.push_back({"export",
                          {"results", "export", results, "--output", tables},
                          {outcome, history},
                          {{outcome, "outcomes of last week"}, {history, "histories of last week"}}});
        std::string people = "id,department\n";
        for (int k = 0; k < 30; ++k) people += std::to_string(k) + (k % 2 ? ",Sales\n" : ",IT\n");
        std::string const made = (folder_ / "new.yaml").string();
        works_.push_back({"new", {"new", "--people", folder_.write("people.csv", people), "--output", made}, {made}});
        for (Work& work : works_) {
            prepare(work);
            ASSERT_EQ(run(work.command).code, 0) << work.name;
            for (std::string const& file : work.written) work.made[file] = content_of(file);
        }
    }

    static void prepare(Work const& work) {
        for (std::string const& file : work.written)
            for (char const* ending : {"", "-wal", "-shm", ".lock", ".copy", ".finished", "-journal"}) fs::remove(file + ending);
        for (auto const& [file, content] : work.there) {
            fs::create_directories(fs::path(file).parent_path());
            std::ofstream(file, std::ios::binary) << content;
        }
    }

    // With a call that fails: "write:3", or "write:3+" with all after it.
    Outcome run_failing(Work const& work, std::string const& order) const {
        setenv("LD_PRELOAD", paths::fault_library().c_str(), 1);
        setenv("MICROPOL_FAULT", order.c_str(), 1);
        Outcome said = run(work.command);
        unsetenv("LD_PRELOAD"), unsetenv("MICROPOL_FAULT");
        return said;
    }

    // Of each kind, when nothing fails.
    std::vector<long> count_calls(Work const& work) const {
        std::string const counts = (folder_ / "counts").string();
        setenv("MICROPOL_FAULT_COUNT", counts.c_str(), 1);
        prepare(work);
        (void)run_failing(work, "none");
        unsetenv("MICROPOL_FAULT_COUNT");
        std::ifstream stream(counts);
        std::vector<long> calls(kinds.size());
        for (long& of_kind : calls) stream >> of_kind;
        return calls;
    }

    // Returns whether the program said that something went wrong.
    bool survives(Work const& work, std::string const& order) const {
        SCOPED_TRACE(work.name + ", " + order);
        prepare(work);
        Outcome const said = run_failing(work, order);
        EXPECT_THAT(said.code, testing::AnyOf(0, 1, 3)) << said.errors;
        if (said.code == 0) {
            for (std::string const& file : work.written)
                EXPECT_TRUE(content_of(file) == work.made.at(file)) << "done, it says, but " << file << " is not what it is";
        } else {
            EXPECT_THAT(said.errors, testing::SizeIs(testing::Gt(10u)));
            for (auto const& [file, before] : work.there) {
                std::string const now = content_of(file);
                EXPECT_TRUE(now == before || now == work.made.at(file)) << "neither the old nor the new " << file;
            }
        }
        if (work.there.empty() && work.name == "new") prepare(work);  // it never overwrites
        Outcome const again = run(work.command);
        EXPECT_EQ(again.code, 0) << "afterwards: " << again.errors;
        for (std::string const& file : work.written)
            EXPECT_TRUE(content_of(file) == work.made.at(file)) << "afterwards, " << file << " is not what it is";
        return said.code != 0;
    }

    Folder folder_;
    std::vector<Work> works_;
};

TEST_F(Faults, of_single_calls_lose_nothing) {
    Chance chance(seed());
    int const most = tries(2);  // of each kind and work
    int tried = 0, said = 0, all = 0;
    for (Work const& work : works_) {
        std::vector<long> const calls = count_calls(work);
        EXPECT_GT(calls[0] + calls[4], 10) << work.name << ": nothing was counted";
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            all += int(calls[kind]);
            long const times = std::min(calls[kind], long(most));
            for (long k = 0; k < times && !HasFailure(); ++k) {
                long const call = times == calls[kind] ? k + 1 : 1 + long(below(chance, std::size_t(calls[kind])));
                said += survives(work, std::string(kinds[kind]) + ':' + std::to_string(call)), ++tried;
            }
        }
    }
    tell("faults-io: " + std::to_string(tried) + " of " + std::to_string(all) +
         " calls that write, synchronise, rename, open or take " + "memory let fail, over " + std::to_string(works_.size()) +
         " commands: " + std::to_string(said) + " times an error, else as if nothing had happened; nothing lost");
}

TEST_F(Faults, of_a_disk_that_is_full_lose_nothing) {
    Chance chance(seed());
    int const most = tries(2);
    int tried = 0;
    for (Work const& work : works_) {
        long const calls = count_calls(work)[0];
        for (int k = 0; k < most && !HasFailure(); ++k, ++tried)
            EXPECT_TRUE(
                survives(work, "write:" + std::to_string(1 + below(chance, std::size_t(std::max(1l, calls * 3 / 4)))) + '+'))
                << work.name << ": a full disk passed over in silence";
    }
    tell("disk full: from " + std::to_string(tried) + " moments on, over " + std::to_string(works_.size()) +
         " commands; nothing lost");
}

// The system ends a program that writes beyond the limit, unless it asks for an error instead.
TEST_F(Faults, of_a_limit_on_files_are_errors) {
    for (Work const& work : works_) {
        SCOPED_TRACE(work.name);
        for (char const* const kilobytes : {"1", "12"}) {
            prepare(work);
            Folder const said_in;
            std::vector<std::string> const limited{"-c", std::string("ulimit -f ") + kilobytes + "; exec \"$0\" \"$@\"",
                                                   paths::program()};
            Outcome const said = cli::Running(said_in, with(limited, work.command), "/bin/bash").wait();
            EXPECT_THAT(said.code, testing::AnyOf(0, 1, 3)) << said.errors;
            if (said.code == 0) continue;
            for (auto const& [file, before] : work.there)
                EXPECT_THAT(content_of(file), testing::AnyOf(before, work.made.at(file)));
        }
    }
}

}  // namespace
}  // namespace micropol::soak
