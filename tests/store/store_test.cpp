#include <sys/resource.h>
#include <sys/wait.h>

#include <limits>

#include "store/stored_study.h"
#include "store_folder.h"

namespace micropol {
namespace {

using namespace stored;
using testing::ElementsAre, testing::HasSubstr, testing::ThrowsMessage;
namespace fs = std::filesystem;

class StoreTest : public StoreFolder {};

TEST_F(StoreTest, gives_back_what_was_written) {
    Store store(file_, record());
    write(store, {4, 1});
    EXPECT_THAT(there(store), ElementsAre(1, 4));
    expect_same(store.load(4), block(4));
    expect_same(store.load(1), block(1));
    EXPECT_THROW((void)store.load(0), std::out_of_range);
    EXPECT_THROW((void)store.load(77), std::out_of_range);
    EXPECT_THROW(store.write(4, {0, 4}, block(4)), std::logic_error);
    EXPECT_THROW(store.finish(6), std::logic_error) << "four blocks are missing";
    expect_same(store.load(4), block(4));
}

TEST_F(StoreTest, a_finished_study_is_one_file_and_is_read_as_before) {
    write_all({0, 1, 2, 3, 4, 5});
    EXPECT_THAT(files(), ElementsAre(file_.filename().string()));
    std::string const bytes = content(file_);
    Store store(file_, record());
    store.add(0, variant());
    EXPECT_THAT(there(store), ElementsAre(0, 1, 2, 3, 4, 5));
    for (std::uint32_t number = 0; number < 6; ++number) expect_same(store.load(number), block(number));
    store.finish(6);
    EXPECT_THROW(store.write(6, {0, 6}, block(0)), std::logic_error);
    EXPECT_EQ(content(file_), bytes);
    EXPECT_EQ(ask(file_, "PRAGMA integrity_check"), "ok\n");
}

TEST_F(StoreTest, the_order_of_blocks_and_interruptions_leave_no_trace) {
    write_all({0, 1, 2, 3, 4, 5});
    std::string const bytes = content(file_);
    for (std::vector<std::uint32_t> const& order : {std::vector<std::uint32_t>{5, 4, 3, 2, 1, 0}, {3, 0, 5, 1, 4, 2}}) {
        fs::remove(file_);
        write_all(order);
        EXPECT_TRUE(content(file_) == bytes);
        fs::remove(file_);
        std::size_t next = 0;
        for (std::size_t const until : {1u, 1u, 4u}) {  // stopped three times, once without a block
            Store store(file_, record());
            while (next < until) write(store, {order[next++]});
        }
        StudyRecord later = record();
        later.provenance.started = "2025-06-07T08:09:10Z", later.provenance.compiler = "clang 14";
        Store store(file_, later);
        while (next < order.size()) write(store, {order[next++]});
        store.finish(6);
        EXPECT_TRUE(content(file_) == bytes);
    }
}

TEST_F(StoreTest, a_killed_program_loses_no_finished_block) {
    pid_t const child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        Store store(file_, record());
        write(store, {2, 0, 5});
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    {
        Store store(file_, record());
        write(store, {1, 3, 4});
        EXPECT_THAT(there(store), ElementsAre(0, 1, 2, 3, 4, 5));
        store.finish(6);
    }
    std::string const bytes = content(file_);
    fs::remove(file_);
    write_all({0, 1, 2, 3, 4, 5});
    EXPECT_TRUE(content(file_) == bytes);
}

// A process that may not write more than so much stands for a full disk.
TEST_F(StoreTest, a_write_that_fails_loses_nothing) {
    pid_t const child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        int written = 0;
        try {
            Store store(file_, record());
            write(store, {0, 1});
            rlimit const little{std::filesystem::file_size(file_.string() + "-wal") + 1000, RLIM_INFINITY};
            setrlimit(RLIMIT_FSIZE, &little);
            for (std::uint32_t const number : {2u, 3u, 4u, 5u}) {
                store.write(number, {0, number}, block(number));
                ++written;
            }
        } catch (std::runtime_error const&) {
            _exit(written == 0 ? 42 : 1);
        }
        _exit(2);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_EQ(WEXITSTATUS(status), 42);
    {
        Store store(file_, record());
        store.add(0, variant());
        EXPECT_THAT(there(store), ElementsAre(0, 1));
        write(store, {2, 3, 4, 5});
        store.finish(6);
    }
    std::string const bytes = content(file_);
    fs::remove(file_);
    write_all({0, 1, 2, 3, 4, 5});
    EXPECT_TRUE(content(file_) == bytes);
}

// Before there is a write-ahead log, SQLite keeps a rollback journal, which only a writer may play back.
TEST_F(StoreTest, a_program_that_was_killed_while_making_the_file_leaves_nothing_in_the_way) {
    pid_t const child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        sqlite3* connection = nullptr;
        sqlite3_open(file_.c_str(), &connection);
        sqlite3_exec(connection, "PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(1000000))",
                     nullptr, nullptr, nullptr);
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(fs::exists(file_.string() + "-journal"));
    ASSERT_GT(fs::file_size(file_), 0u);
    EXPECT_THAT([&] { StoredStudy{file_}; }, ThrowsMessage<InvalidInput>(HasSubstr("the program writing it was interrupted")));
    write_all({0, 1, 2, 3, 4, 5});
    std::string const bytes = content(file_);
    fs::remove(file_);
    write_all({0, 1, 2, 3, 4, 5});
    EXPECT_TRUE(content(file_) == bytes);
}

TEST_F(StoreTest, goes_on_where_finishing_was_killed) {
    write_all({0, 1, 2, 3, 4, 5});
    std::string const bytes = content(file_);
    fs::rename(file_, file_.string() + ".finished");  // the old file was gone, the new one had not got its name
    std::ofstream(file_.string() + "-wal") << "the log of the old file";
    {
        Store store(file_, record());
        store.add(0, variant());
        EXPECT_THAT(there(store), ElementsAre(0, 1, 2, 3, 4, 5));
    }
    EXPECT_EQ(content(file_), bytes);
    EXPECT_THAT(files(), ElementsAre(file_.filename().string()));
}

// Two variants that share their blocks, of which only the last week is kept.
StudyRecord contest() {
    StudyRecord study = record();
    study.kind = "compare", study.retention = Retention::final_week, study.planned = 4;
    return study;
}

BlockResult horizon(std::uint32_t number) {
    BlockResult const whole = block(number);
    BlockResult result;
    result.block = number % 2, result.drawn = whole.drawn, result.state_hash = whole.state_hash;
    for (std::size_t k = 2; k < whole.weekly.size(); k += 3) result.weekly.push_back(whole.weekly[k]);
    return result;
}

void write_contest(Store& store, std::vector<std::uint64_t> const& units) {
    store.add(0, {{"none", ""}, 1, small::facts().uncertain});
    store.add(1, {{"a", "a", {Override{"culture.rivalry", "0.5"}}, "Why not"}, 2, small::facts().uncertain});
    for (std::uint64_t const unit : units)
        store.write(unit, {std::uint32_t(unit % 2), std::uint32_t(unit / 2)}, horizon(std::uint32_t(unit)));
}

TEST_F(StoreTest, keeps_variants_with_their_changes) {
    Store store(file_, contest());
    write_contest(store, {0, 1, 2, 3});
    store.finish(4);
    EXPECT_EQ(ask(file_, "SELECT name, strategy, meaning FROM variant ORDER BY number"), "none||\na|a|Why not\n");
    EXPECT_EQ(ask(file_, "SELECT variant, path, value FROM change"), "1|culture.rivalry|0.5\n");
    EXPECT_EQ(ask(file_, "SELECT count(*), count(DISTINCT variant), count(DISTINCT block) FROM history"), "64|2|2\n");
    EXPECT_EQ(ask(file_, "SELECT count(*) FROM weekly_band"), "0\n");
    expect_same(store.load(3), horizon(3));
    StoredStudy const read(file_);
    EXPECT_TRUE(read.finished());
    EXPECT_TRUE(read.check().empty());
    EXPECT_EQ(read.final_values().at(1).size(), 2u);
    EXPECT_EQ(as_override(read.variants().at(1).changes.at(0)).value, "0.5");
}

TEST_F(StoreTest, parts_put_together_are_the_whole) {
    fs::path const first = folder_ / "1.db", second = folder_ / "2.db", whole = folder_ / "whole.db";
    {
        StudyRecord part = contest();
        part.shard = {1, 2}, part.provenance.started = "2025-06-07T08:09:10Z";
        Store a(first, part);
        write_contest(a, {0, 2});
        part.shard = {2, 2};
        Store b(second, part);
        write_contest(b, {3, 1});
        Store all(whole, contest());
        write_contest(all, {0, 1, 2, 3});
        all.finish(4);
    }
    Store merged(file_, contest());
    merged.take(second);
    EXPECT_EQ(merged.blocks(), 2u);
    merged.take(first);
    merged.take(second);  // again
    merged.finish(4);
    EXPECT_TRUE(content(file_) == content(whole));
}

TEST_F(StoreTest, parts_that_contradict_each_other_are_refused) {
    fs::path const first = folder_ / "1.db";
    {
        Store a(first, contest());
        write_contest(a, {0});
    }
    Store other(file_, contest());
    other.add(0, {{"none", ""}, 1, small::facts().uncertain});
    other.write(0, {0, 0}, horizon(1));
    EXPECT_THAT([&] { other.take(first); }, ThrowsMessage<InvalidInput>(HasSubstr("block 0 differs")));
    StudyRecord stranger = contest();
    stranger.facts.seed = 8;
    Store elsewhere(folder_ / "3.db", stranger);
    EXPECT_THAT([&] { elsewhere.take(first); }, ThrowsMessage<InvalidInput>(HasSubstr("its seed differs")));
    EXPECT_EQ(elsewhere.blocks(), 0u);
}

TEST_F(StoreTest, a_block_of_another_variant_is_not_taken_for_this_one) {
    {
        Store store(file_, contest());
        write_contest(store, {0, 1});
    }
    Store store(file_, contest());
    EXPECT_THAT([&] { store.add(1, {{"a", "a"}, 3, {}}); }, ThrowsMessage<InvalidInput>(HasSubstr("another variant")));
    store.add(0, {{"none", ""}, 1, {}});
    EXPECT_THAT([&] { (void)store.has(0, {0, 7}); }, ThrowsMessage<InvalidInput>(HasSubstr("belongs to another study")));
}

TEST_F(StoreTest, a_check_finds_a_number_that_changed) {
    write_all({0, 1, 2, 3, 4, 5});
    EXPECT_TRUE(StoredStudy(file_).check().empty());
    change(file_, "UPDATE weekly SET value = zeroblob(length(value)) WHERE block = 3 AND outcome = 'support'");
    auto const problems = StoredStudy(file_).check();
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_THAT(to_text(problems[0], Language::english),
                HasSubstr("table weekly, block 3 of variant 0: its rows do not fit their checksum"));
}

TEST_F(StoreTest, tables_for_pandas_and_duck_db) {
    {
        Store store(file_, record());
        store.add(0, variant());
        for (std::uint32_t number = 0; number < 6; ++number)
            store.write(number, {0, number}, small::block(small::facts(), number));
        EXPECT_EQ(ask(file_, "SELECT value FROM provenance WHERE key = 'started'"), "2024-01-02T03:04:05Z\n")
            << "readers are free meanwhile";
        EXPECT_EQ(ask(file_, "SELECT count(*) FROM history"), "96\n");
        store.finish(6);
    }
    EXPECT_EQ(ask(file_, "SELECT count(*) FROM provenance WHERE key = 'started'"), "0\n");
    EXPECT_EQ(ask(file_, "SELECT value FROM provenance WHERE key IN ('scenario', 'seed') ORDER BY key"),
              "name: a\nseed: 7\n\n7\n");
    EXPECT_EQ(ask(file_, "SELECT key, label, unit FROM outcome WHERE row = 1"), "substantive|Substantive adoption|share\n");
    EXPECT_EQ(ask(file_, "SELECT block, history, success, data_quality FROM history WHERE block = 3 AND history = 15"),
              "3|15|0.0|0.5\n");
    EXPECT_EQ(ask(file_, "SELECT unit, variant, block, state_hash FROM block WHERE unit = 5"), "5|0|5|00000000000003ed\n");
    EXPECT_EQ(ask(file_, "SELECT name, value FROM parameter WHERE block = 1"),
              "mechanisms.attitude.susceptibility|0.1\nculture.rivalry|0.5\n");
    EXPECT_EQ(
        ask(file_,
            "SELECT count(*), round(avg(before), 4), round(avg(after), 4) FROM department_power WHERE department = 'Sales'"),
        "96|0.6|0.45\n");
    EXPECT_EQ(ask(file_, "SELECT id, department, level, round(before, 3) FROM person_power WHERE block = 2 LIMIT 1"),
              "Sales-1|Sales|1|1.2\n");
    EXPECT_EQ(
        ask(file_, "SELECT length(value), hex(substr(value, 1, 4)) FROM weekly WHERE block = 0 AND outcome = 'data_quality'"),
        "192|0000003F\n");
    EXPECT_EQ(ask(file_, "SELECT week, mean, q05, q95 FROM weekly_band WHERE outcome = 'data_quality'"),
              "0|0.5|0.5|0.5\n1|0.5|0.5|0.5\n2|0.5|0.5|0.5\n");
    StoredStudy const read(file_);
    EXPECT_EQ(read.record().provenance.scenario, "name: a\nseed: 7\n");
    EXPECT_EQ(read.record().facts.seed, 7u);
    EXPECT_EQ(read.record().facts.departments, small::facts().departments);
    EXPECT_EQ(read.columns_of("weekly"), (std::vector<std::string>{"row", "variant", "block", "outcome"}));
}

TEST_F(StoreTest, not_a_number_becomes_null) {
    Store store(file_, record());
    store.add(0, variant());
    BlockResult result = block(0);
    small::set(result, small::facts(), "support", 2, 6, std::numeric_limits<float>::quiet_NaN());
    store.write(0, {0, 0}, result);
    EXPECT_EQ(ask(file_, "SELECT support FROM history WHERE history = 6"), "NULL\n");
}

TEST_F(StoreTest, a_reader_does_not_keep_a_study_from_being_finished) {
    Store store(file_, record());
    write(store, {0, 1, 2, 3, 4, 5});
    sqlite3* reader = nullptr;
    sqlite3_open_v2(file_.c_str(), &reader, SQLITE_OPEN_READONLY, nullptr);
    EXPECT_EQ(sqlite3_exec(reader, "BEGIN; SELECT * FROM history", nullptr, nullptr, nullptr), SQLITE_OK);
    store.finish(6);
    EXPECT_EQ(sqlite3_exec(reader, "SELECT * FROM history", nullptr, nullptr, nullptr), SQLITE_OK) << "and goes on reading";
    sqlite3_close(reader);
    EXPECT_EQ(ask(file_, "SELECT count(*) FROM history"), "96\n");
    std::string const bytes = content(file_);
    fs::remove(file_);
    write_all({0, 1, 2, 3, 4, 5});
    EXPECT_TRUE(content(file_) == bytes);
}

TEST_F(StoreTest, a_study_without_departments_people_or_uncertainty) {
    StudyRecord bare = record();
    bare.facts.outcomes = {&small::success}, bare.facts.departments.clear();
    bare.facts.department_groups.clear(), bare.facts.uncertain.clear(), bare.facts.weeks = 2;
    BlockResult result;
    result.weekly.assign(2, Worlds(1));
    Store store(file_, bare);
    store.add(0, {{"none", ""}, 1, {}});
    store.write(0, {0, 0}, result);
    store.finish(1);
    expect_same(store.load(0), result);
}

}  // namespace
}  // namespace micropol
