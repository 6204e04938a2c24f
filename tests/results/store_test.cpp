#include "results/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <sstream>

#include "../study/small_study.h"
#include "base/problem.h"

namespace micropol {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

StudyLayout layout() {
    StudyFacts const facts = small::facts();
    return {"", 6, facts.weeks, facts.outcomes, facts.departments, facts.uncertain};
}

Provenance provenance() { return {"0.1.0", "gcc 12", "micropol run a.yaml", "name: a\nseed: 7\n", "abcd", "2024-01-02T03:04:05Z", 7}; }

// Every number of a block its own, -0 and not-a-number among them.
BlockResult block(std::uint32_t number) {
    BlockResult result = small::block(small::facts(), number);
    Stream chance(11, number, purpose("test: store"));
    for (Worlds& worlds : result.weekly)
        for (int history = 0; history < histories_per_block; ++history) worlds.set(history, float(chance.normal()));
    result.weekly[2].set(3, -0.0f);
    result.weekly[5].set(4, std::numeric_limits<float>::quiet_NaN());
    result.department_after[1].set(7, -0.0f);
    result.person[1] = "Müller, \"Ann\" 李";
    result.drawn[0] = chance.normal();
    result.state_hash = 0xfedcba9876543210u + number;
    return result;
}

template <class Value>
bool same_bytes(std::vector<Value> const& a, std::vector<Value> const& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Value)) == 0);
}

void expect_same(BlockResult const& a, BlockResult const& b) {
    EXPECT_EQ(a.block, b.block);
    EXPECT_TRUE(same_bytes(a.weekly, b.weekly));
    EXPECT_TRUE(same_bytes(a.department_before, b.department_before));
    EXPECT_TRUE(same_bytes(a.department_after, b.department_after));
    EXPECT_TRUE(same_bytes(a.person_before, b.person_before));
    EXPECT_TRUE(same_bytes(a.person_after, b.person_after));
    EXPECT_TRUE(same_bytes(a.drawn, b.drawn));
    EXPECT_EQ(a.person, b.person);
    EXPECT_EQ(a.person_department, b.person_department);
    EXPECT_EQ(a.person_level, b.person_level);
    EXPECT_EQ(a.state_hash, b.state_hash);
}

std::string content(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return std::move(std::ostringstream() << in.rdbuf()).str();
}

// All rows of a query, fields and rows joined.
std::string ask(fs::path const& file, std::string const& sql) {
    sqlite3* connection = nullptr;
    EXPECT_EQ(sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    std::string answer;
    auto const add = [](void* text, int fields, char** values, char**) {
        for (int k = 0; k < fields; ++k) *static_cast<std::string*>(text) += std::string(k ? "|" : "") + (values[k] ? values[k] : "NULL");
        *static_cast<std::string*>(text) += '\n';
        return 0;
    };
    EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), add, &answer, nullptr), SQLITE_OK) << sqlite3_errmsg(connection);
    sqlite3_close(connection);
    return answer;
}

class StoreTest : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("micropol_store_" + std::to_string(getpid()) + testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        file_ = folder_ / "it's résults.db";
    }
    void TearDown() override { fs::remove_all(folder_); }

    // What is wrong when this study is opened; "" if nothing is.
    std::string complaint(StudyLayout const& study = layout(), Provenance const& from = provenance()) const {
        try {
            Store const store(file_, study, from);
        } catch (InvalidInput const& problem) {
            return problem.what();
        }
        return "";
    }
    std::string complaint_of_a_stranger() const {  // nothing is closed to root, who becomes nobody for a moment
        bool const root = geteuid() == 0;
        if (root) {
            EXPECT_EQ(seteuid(65534), 0);
        }
        std::string const why = complaint();
        if (root) {
            EXPECT_EQ(seteuid(0), 0);
        }
        return why;
    }
    void write_all(std::vector<std::uint32_t> const& order) const {
        Store store(file_, layout(), provenance());
        for (std::uint32_t const number : order) store.write(block(number));
        store.finish();
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (auto const& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename());
        return names;
    }

    fs::path folder_, file_;
};

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
        later.started = "2025-06-07T08:09:10Z", later.command_line = "micropol run a.yaml --threads 1", later.compiler = "clang 14";
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
        EXPECT_EQ(ask(file_, "SELECT value FROM provenance WHERE key = 'started'"), "2024-01-02T03:04:05Z\n") << "readers are free meanwhile";
        EXPECT_EQ(ask(file_, "SELECT count(*) FROM history"), "96\n");
        store.finish();
    }
    EXPECT_EQ(ask(file_, "SELECT count(*) FROM provenance WHERE key = 'started'"), "0\n");
    EXPECT_EQ(ask(file_, "SELECT value FROM provenance WHERE key IN ('scenario', 'seed') ORDER BY key"), "name: a\nseed: 7\n\n7\n");
    EXPECT_EQ(ask(file_, "SELECT key, label, unit FROM outcome WHERE row = 1"), "substantive|Substantive adoption|share\n");
    EXPECT_EQ(ask(file_, "SELECT block, history, success, data_quality FROM history WHERE block = 3 AND history = 15"), "3|15|0.0|0.5\n");
    EXPECT_EQ(ask(file_, "SELECT number, state_hash FROM block WHERE number = 5"), "5|00000000000003ed\n");
    EXPECT_EQ(ask(file_, "SELECT name, value FROM parameter WHERE block = 1"), "mechanisms.attitude.susceptibility|0.1\nculture.rivalry|0.5\n");
    EXPECT_EQ(ask(file_, "SELECT count(*), round(avg(before), 4), round(avg(after), 4) FROM department_power WHERE department = 'Sales'"), "96|0.6|0.45\n");
    EXPECT_EQ(ask(file_, "SELECT id, department, level, round(before, 3) FROM person_power WHERE block = 2 LIMIT 1"), "Sales-1|Sales|1|1.2\n");
    EXPECT_EQ(ask(file_, "SELECT length(value), hex(substr(value, 1, 4)) FROM weekly WHERE block = 0 AND outcome = 'data_quality'"), "192|0000003F\n");
    EXPECT_EQ(ask(file_, "SELECT week, mean, q05, q95 FROM weekly_band WHERE outcome = 'data_quality'"), "0|0.5|0.5|0.5\n1|0.5|0.5|0.5\n2|0.5|0.5|0.5\n");
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

TEST_F(StoreTest, AnotherStudyIsRefusedAndLeftAlone) {
    write_all({0, 1, 2, 3, 4, 5});
    std::string const bytes = content(file_);
    Provenance other = provenance();
    other.seed = 8, other.version = "0.2.0", other.scenario = "name: a\nseed: 8\n";
    std::string const why = complaint(layout(), other);
    EXPECT_THAT(why, HasSubstr("this file holds another study: its seed differs ('7' there, '8' here)"));
    EXPECT_THAT(why, HasSubstr("its version differs ('0.1.0' there, '0.2.0' here)"));
    EXPECT_THAT(why, HasSubstr("its scenario differs (line 2: 'seed: 7' there, 'seed: 8' here)"));
    StudyLayout longer = layout();
    longer.weeks = 9, longer.strategy = "b";
    EXPECT_THAT(complaint(longer), HasSubstr("its weeks differs"));
    EXPECT_THAT(complaint(longer), HasSubstr("its strategy differs ('' there, 'b' here)"));
    EXPECT_EQ(content(file_), bytes);
}

TEST_F(StoreTest, OneWriterAtATime) {
    {
        Store first(file_, layout(), provenance());
        EXPECT_THAT(complaint(), HasSubstr("another run is writing these results"));
        first.write(block(0));
    }
    EXPECT_EQ(complaint(), "");
}

TEST_F(StoreTest, FilesThatAreNotResults) {
    std::ofstream(file_) << std::string(5000, 'x');
    EXPECT_THAT(complaint(), HasSubstr("this file does not hold results"));
    EXPECT_EQ(content(file_), std::string(5000, 'x'));
    EXPECT_THAT(files(), testing::ElementsAre(file_.filename().string()));
    EXPECT_THROW((void)read_provenance(file_), InvalidInput);

    fs::remove(file_);
    sqlite3* connection = nullptr;
    sqlite3_open(file_.c_str(), &connection);
    sqlite3_exec(connection, "CREATE TABLE recipes (name)", nullptr, nullptr, nullptr);
    sqlite3_close(connection);
    EXPECT_THAT(complaint(), HasSubstr("the database of another program"));
    EXPECT_EQ(ask(file_, "SELECT name FROM sqlite_schema"), "recipes\n");

    fs::remove(file_);
    std::ofstream(file_).close();
    EXPECT_EQ(complaint(), "") << "an empty file is a new one";
}

TEST_F(StoreTest, FoldersAndMissingFolders) {
    fs::create_directory(file_);
    EXPECT_THAT(complaint(), HasSubstr("results c"));
    file_ = folder_ / "missing" / "results.db";
    EXPECT_THAT(complaint(), HasSubstr("results cannot be written here"));
    EXPECT_THROW((void)read_provenance(file_), InvalidInput);
}

TEST_F(StoreTest, FoldersThatCannotBeWritten) {
    fs::permissions(folder_, fs::perms(0555));
    std::string const why = complaint_of_a_stranger();
    EXPECT_THAT(why, HasSubstr("results cannot be written here"));
    fs::permissions(folder_, fs::perms::owner_all);
    EXPECT_TRUE(files().empty());
}

TEST_F(StoreTest, AFinishedStudyIsReadWhereNothingCanBeWritten) {
    write_all({0, 1, 2, 3, 4, 5});
    fs::permissions(file_, fs::perms(0444));
    fs::permissions(folder_, fs::perms(0555));
    std::string const why = complaint_of_a_stranger();
    EXPECT_EQ(why, "");
    fs::permissions(folder_, fs::perms::owner_all);
}

TEST_F(StoreTest, DamageIsNoticedAndNothingChanged) {
    write_all({0, 1, 2, 3, 4, 5});
    std::string bytes = content(file_);
    std::string const half = bytes.substr(0, bytes.size() / 2);
    std::ofstream(file_, std::ios::binary) << half;
    EXPECT_THAT(complaint(), HasSubstr("damaged"));
    EXPECT_EQ(content(file_), half);
    std::fill(bytes.begin() + 16384, bytes.begin() + 3 * 16384, '\x5a');
    std::ofstream(file_, std::ios::binary) << bytes;
    EXPECT_THAT(complaint(), HasSubstr("damaged"));
    EXPECT_EQ(content(file_), bytes);
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
