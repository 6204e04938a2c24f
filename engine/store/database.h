#pragma once
// SQLite as this folder needs it: every failure is a Problem that says what to do.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/hash.h"

struct sqlite3;
struct sqlite3_stmt;

namespace micropol {

class Database;

// One prepared statement; text and bytes that are bound must live until the step is done.
class Statement {
  public:
    Statement(Database& database, std::string_view sql);
    ~Statement();
    Statement(Statement const&) = delete;
    Statement& operator=(Statement const&) = delete;

    // Runs it once with these values for ?1, ?2, …; not-a-number becomes NULL.
    template <class... Value>
    void run(Value const&... value) {
        start(value...);
        step();
        reset();
    }
    // The same for a query: then step() while there are rows.
    template <class... Value>
    void start(Value const&... value) {
        reset();
        [[maybe_unused]] int place = 0;
        (bind(++place, value), ...);
    }
    [[nodiscard]] bool next_row() { return step(); }
    void reset();  // what was bound is forgotten: a value that is not bound again is NULL

    void bind(int place, std::int64_t value);
    void bind(int place, double value);
    void bind(int place, std::string_view value);
    void bind(int place, std::span<std::byte const> value);

    // Columns count from 0.
    [[nodiscard]] int columns() const;
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] bool is_real(int column) const;
    [[nodiscard]] bool is_integer(int column) const;
    [[nodiscard]] bool is_text(int column) const;
    [[nodiscard]] bool is_bytes(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::string_view text_view(int column) const;        // until the next row
    [[nodiscard]] std::span<std::byte const> bytes(int column) const;  // until the next row

  private:
    bool step();
    Database& database_;
    sqlite3_stmt* statement_ = nullptr;
};

// How a value is hashed: its kind, and what it is; text and bytes with their length. A row is hashed value by value.
void add_value(Hash& hash, std::int64_t value);
void add_value(Hash& hash, std::string_view value);
void add_value(Hash& hash, std::span<std::byte const> value);
void add_row(Hash& hash, Statement const& row);

// A name inside a command, whatever it is made of.
[[nodiscard]] std::string quoted_name(std::string_view name);

class Database {
  public:
    // Whatever opens it: no trigger, view or function of the file is ever run, and nothing but the file is opened on its behalf.
    enum class Access { read, write, create };
    Database(std::filesystem::path const& file, Access access);
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    void execute(std::string const& sql);
    [[nodiscard]] std::string text_of(std::string_view query);  // first column of the first row; "" without any
    // All or nothing.
    void transaction(auto const& changes) {
        execute("BEGIN IMMEDIATE");
        try {
            changes();
            execute("COMMIT");
        } catch (...) {
            roll_back();
            throw;
        }
    }
    // At the end, the write-ahead log stays as it is instead of being moved into the file: for a file that is given up.
    void leave_log();
    // Throws InvalidInput for SQLite's error code.
    [[noreturn]] void fail(int code) const;

  private:
    friend class Statement;
    void harden();
    void roll_back() noexcept;
    std::filesystem::path file_;
    sqlite3* connection_ = nullptr;
};

}  // namespace micropol
