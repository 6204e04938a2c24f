#pragma once
// A folder of its own for each test, a study of six blocks, and SQLite asked without the engine.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <sstream>

#include "../study/small_study.h"
#include "store/store.h"
#include "words/problem.h"

namespace micropol::stored {

// A run of six blocks. small::facts() has outcomes that the catalogue has, so that the file can be read back.
inline StudyRecord record() {
    return {.kind = "run",
            .definition = "{\"strategy\":\"\"}",
            .view = "{}",
            .facts = small::facts(),
            .retention = Retention::everything,
            .planned = 6,
            .shard = {},
            .provenance = {"0.1.0", "gcc 12", "micropol run a.yaml", "name: a\nseed: 7\n", "", "2024-01-02T03:04:05Z"}};
}

inline ReadyVariant variant() { return {{"none", ""}, 0xabcd, small::facts().uncertain}; }

// Every number of a block its own, -0 and not-a-number among them.
inline BlockResult block(std::uint32_t number) {
    BlockResult result = small::block(small::facts(), number);
    Stream chance(11, number, purpose("test: store"));
    for (Worlds& worlds : result.weekly)
        for (int history = 0; history < histories_per_block; ++history) worlds.set(history, float(chance.uniform()));
    result.weekly[2].set(3, -0.0f);
    result.weekly[5].set(4, std::numeric_limits<float>::quiet_NaN());
    result.department_after[1].set(7, -0.0f);
    for (float& value : result.person_state) value = float(chance.uniform());
    for (float& value : result.of_departments.mean) value = float(chance.uniform());
    for (float& value : result.of_departments.sd) value = float(chance.uniform());
    // In the last week nobody is left of Data, of whom nothing is told.
    std::size_t const places = result.of_departments.people.size(), people = result.person.size();
    result.of_departments.people.back() = 0;
    for (std::size_t m = 0; m < person_measures().size(); ++m) {
        result.person_state[m * people + people - 1] = std::numeric_limits<float>::quiet_NaN();
        result.of_departments.mean[m * places + places - 1] = std::numeric_limits<float>::quiet_NaN();
        result.of_departments.sd[m * places + places - 1] = std::numeric_limits<float>::quiet_NaN();
    }
    result.person[1] = "Müller, \"Ann\" 李";
    result.drawn[0] = chance.normal();
    result.state_hash = 0xfedcba9876543210u + number;
    return result;
}

template <class Value>
bool same_bytes(std::vector<Value> const& a, std::vector<Value> const& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Value)) == 0);
}

inline void expect_same(BlockResult const& a, BlockResult const& b) {
    EXPECT_EQ(a.block, b.block);
    EXPECT_TRUE(same_bytes(a.weekly, b.weekly));
    EXPECT_TRUE(same_bytes(a.department_before, b.department_before));
    EXPECT_TRUE(same_bytes(a.department_after, b.department_after));
    EXPECT_TRUE(same_bytes(a.person_before, b.person_before));
    EXPECT_TRUE(same_bytes(a.person_after, b.person_after));
    EXPECT_TRUE(same_bytes(a.person_state, b.person_state));
    EXPECT_TRUE(same_bytes(a.of_departments.people, b.of_departments.people));
    EXPECT_TRUE(same_bytes(a.of_departments.mean, b.of_departments.mean));
    EXPECT_TRUE(same_bytes(a.of_departments.sd, b.of_departments.sd));
    EXPECT_TRUE(same_bytes(a.drawn, b.drawn));
    EXPECT_EQ(a.person, b.person);
    EXPECT_EQ(a.person_department, b.person_department);
    EXPECT_EQ(a.person_level, b.person_level);
    EXPECT_EQ(a.state_hash, b.state_hash);
}

inline std::string content(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return std::move(std::ostringstream() << in.rdbuf()).str();
}

// As somebody with SQLite at hand changes a file.
inline void change(std::filesystem::path const& file, std::string const& sql) {
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &connection), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(connection) << ": " << sql;
    sqlite3_close(connection);
}

// All rows of a query, fields and rows joined.
inline std::string ask(std::filesystem::path const& file, std::string const& sql) {
    sqlite3* connection = nullptr;
    EXPECT_EQ(sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    std::string answer;
    auto const add = [](void* text, int fields, char** values, char**) {
        for (int k = 0; k < fields; ++k)
            *static_cast<std::string*>(text) += std::string(k ? "|" : "") + (values[k] ? values[k] : "NULL");
        *static_cast<std::string*>(text) += '\n';
        return 0;
    };
    EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), add, &answer, nullptr), SQLITE_OK) << sqlite3_errmsg(connection);
    sqlite3_close(connection);
    return answer;
}

class StoreFolder : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("micropol_store_" + std::to_string(getpid()) + testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        file_ = folder_ / "it's résults.db";
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    // What is wrong when this study is opened; "" if nothing is.
    std::string complaint(StudyRecord const& study = record()) const {
        try {
            Store const store(file_, study);
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
        Store store(file_, record());
        write(store, order);
        store.finish(6);
    }
    // Units are blocks here: there is one variant.
    static void write(Store& store, std::vector<std::uint32_t> const& order) {
        store.add(0, variant());
        for (std::uint32_t const number : order) store.write(number, {0, number}, block(number));
    }
    static std::vector<std::uint32_t> there(Store const& store) {
        std::vector<std::uint32_t> blocks;
        for (std::uint32_t number = 0; number < 6; ++number)
            if (store.has(number, {0, number})) blocks.push_back(number);
        return blocks;
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (auto const& entry : std::filesystem::directory_iterator(folder_)) names.push_back(entry.path().filename());
        return names;
    }

    std::filesystem::path folder_, file_;
};

}  // namespace micropol::stored
