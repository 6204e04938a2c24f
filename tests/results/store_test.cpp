#include <sys/wait.h>

#include <limits>

#include "store_folder.h"

namespace micropol {
namespace {

using namespace stored;
namespace fs = std::filesystem;

class StoreTest : public StoreFolder {};

TEST_F(StoreTest, GivesBackWhatWasWritten) {
    Store store(file_, layout(), provenance());
    store.write(block(4));
    store.write(block(1));
    EXPECT_EQ(store.done(), (std::vector<bool>{false, true, false, false, true, false}));
    expect_same(store.load(4), block(4));
    expect_same(store.load(1), block(1));
    EXPECT_THROW((void)store.load(0), std::out_of_range);
    EXPECT_THROW((void)store.load(77), std::out_of_range);
    EXPECT_THROW(store.write(block(4)), std::logic_error);
    EXPECT_THROW(store.finish(), std::logic_error) << "four blocks are missing";
    expect_same(store.load(4), block(4));
}

TEST_F(StoreTest, AFinishedStudyIsOneFileAndIsReadAsBefore) {
    write_all({0, 1, 2, 3, 4, 5});
    EXPECT_THAT(files(), testing::ElementsAre(file_.filename().string()));
    std::string const bytes = content(file_);
    Store store(file_, layout(), provenance());
    EXPECT_EQ(store.done(), std::vector<bool>(6, true));
    for (std::uint32_t number = 0; number < 6; ++number) expect_same(store.load(number), block(number));
    store.finish();
    EXPECT_THROW(store.write(block(0)), std::logic_error);
    EXPECT_EQ(content(file_), bytes);
    EXPECT_EQ(ask(file_, "PRAGMA integrity_check"), "ok\n");
}

TEST_F(StoreTest, TheOrderOfBlocksAndInterruptionsLeaveNoTrace) {
    write_all({0, 1, 2, 3, 4, 5});
    std::string const bytes = content(file_);
    for (std::vector<std::uint32_t> const& order : {std::vector<std::uint32_t>{5, 4, 3, 2, 1, 0}, {3, 0, 5, 1, 4, 2}}) {
        fs::remove(file_);
        write_all(order);
        EXPECT_TRUE(content(file_) == bytes);
        fs::remove(file_);
        std::size_t next = 0;
        for (std::size_t const until : {1u, 1u, 4u}) {  // stopped three times, once without a block
            Store store(file_, layout(), provenance());
            while (next < until) store.write(block(order[next++]));
        }
        Provenance later = provenance();
        later.started = "2025-06-07T08:09:10Z", later.command_line = "micropol run a.yaml --threads 1",
        later.compiler = "clang 14";
        Store store(file_, layout(), later);
        while (next < order.size()) store.write(block(order[next++]));
        store.finish();
        EXPECT_TRUE(content(file_) == bytes);
    }
}

TEST_F(StoreTest, AKilledProgramLosesNoFinishedBlock) {
    pid_t const child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        Store store(file_, layout(), provenance());
        for (std::uint32_t const number : {2u, 0u, 5u}) store.write(block(number));
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    {
        Store store(file_, layout(), provenance());
        EXPECT_EQ(store.done(), (std::vector<bool>{true, false, true, false, false, true}));
        for (std::uint32_t const number : {1u, 3u, 4u}) store.write(block(number));
        store.finish();
    }
    std::string const bytes = content(file_);
    fs::remove(file_);
    write_all({0, 1, 2, 3, 4, 5});
    EXPECT_TRUE(content(file_) == bytes);
}

TEST_F(StoreTest, GoesOnWhereFinishingWasKilled) {
    write_all({0, 1, 2, 3, 4, 5});
    std::string const bytes = content(file_);
    fs::rename(file_, file_.string() + ".finished");  // the old file was gone, the new one had not got its name
    std::ofstream(file_.string() + "-wal") << "the log of the old file";
    {
        Store const store(file_, layout(), provenance());
        EXPECT_EQ(store.done(), std::vector<bool>(6, true));
    }
    EXPECT_EQ(content(file_), bytes);
    EXPECT_THAT(files(), testing::ElementsAre(file_.filename().string()));
}

TEST_F(StoreTest, TablesForPandasAndDuckDB) {
    {
        Store store(file_, layout(), provenance());
        for (std::uint32_t number = 0; number < 6; ++number) store.write(small::block(small::facts(), number));
        EXPECT_EQ(ask(file_, "SELECT value FROM provenance WHERE key = 'started'"), "2024-01-02T03:04:05Z\n")
            << "readers are free meanwhile";
        EXPECT_EQ(ask(file_, "SELECT count(*) FROM history"), "96\n");
        store.finish();
    }
    EXPECT_EQ(ask(file_, "SELECT count(*) FROM provenance WHERE key = 'started'"), "0\n");
    EXPECT_EQ(ask(file_, "SELECT value FROM provenance WHERE key IN ('scenario', 'seed') ORDER BY key"),
              "name: a\nseed: 7\n\n7\n");
    EXPECT_EQ(ask(file_, "SELECT key, label, unit FROM outcome WHERE row = 1"), "substantive|Substantive adoption|share\n");
    EXPECT_EQ(ask(file_, "SELECT block, history, success, data_quality FROM history WHERE block = 3 AND history = 15"),
              "3|15|0.0|0.5\n");
    EXPECT_EQ(ask(file_, "SELECT number, state_hash FROM block WHERE number = 5"), "5|00000000000003ed\n");
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
    EXPECT_EQ(read_provenance(file_).scenario, "name: a\nseed: 7\n");
    EXPECT_EQ(read_provenance(file_).seed, 7u);
}

TEST_F(StoreTest, NotANumberBecomesNull) {
    Store store(file_, layout(), provenance());
    BlockResult result = block(0);
    small::set(result, small::facts(), "support", 2, 6, std::numeric_limits<float>::quiet_NaN());
    store.write(result);
    EXPECT_EQ(ask(file_, "SELECT support FROM history WHERE history = 6"), "NULL\n");
}

TEST_F(StoreTest, AReaderDoesNotKeepAStudyFromBeingFinished) {
    Store store(file_, layout(), provenance());
    for (std::uint32_t number = 0; number < 6; ++number) store.write(block(number));
    sqlite3* reader = nullptr;
    sqlite3_open_v2(file_.c_str(), &reader, SQLITE_OPEN_READONLY, nullptr);
    EXPECT_EQ(sqlite3_exec(reader, "BEGIN; SELECT * FROM history", nullptr, nullptr, nullptr), SQLITE_OK);
    store.finish();
    EXPECT_EQ(sqlite3_exec(reader, "SELECT * FROM history", nullptr, nullptr, nullptr), SQLITE_OK) << "and goes on reading";
    sqlite3_close(reader);
    EXPECT_EQ(ask(file_, "SELECT count(*) FROM history"), "96\n");
    std::string const bytes = content(file_);
    fs::remove(file_);
    write_all({0, 1, 2, 3, 4, 5});
    EXPECT_TRUE(content(file_) == bytes);
}

TEST_F(StoreTest, AStudyWithoutDepartmentsPeopleOrUncertainty) {
    StudyLayout bare{"", 1, 2, {&small::success}, {}, {}};
    BlockResult result;
    result.weekly.assign(2, Worlds(1));
    Store store(file_, bare, provenance());
    store.write(result);
    store.finish();
    expect_same(store.load(0), result);
}

}  // namespace
}  // namespace micropol
