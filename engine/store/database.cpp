#include "store/database.h"

#include <sqlite3.h>

#include <stdexcept>

#include "base/problem.h"

namespace micropol {

namespace {

constexpr int patience_milliseconds = 2'000;  // for readers that hold the file for a moment

Problem problem_of(int code, std::filesystem::path const& file, std::string const& message) {
    Place const place{file.string()};
    if (code == SQLITE_READONLY_ROLLBACK)
        return {place, "this file holds no results yet", "its program ended while making it",
                "give the command again that was to write it"};
    switch (code & 0xff) {
        case SQLITE_NOTADB:
            return {place, "this file does not hold results", "it is not a SQLite database",
                    "choose another file for the results; this one was left as it is"};
        case SQLITE_CORRUPT:
            return {place, "this file is damaged", message,
                    "nothing was changed; restore a copy, or choose another file for the results"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {place, "another program is writing to these results", message,
                    "wait until it is done, or choose another file"};
        case SQLITE_FULL:
            return {place, "the disk is full", message, "make room and give the same command again: finished blocks are kept"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {place, "results cannot be written here", message, "choose a file in a folder that you may write to"};
        case SQLITE_CANTOPEN:
            return {place, "results cannot be opened here", message,
                    "check that the folder exists, that you may write to it, and that this is not a folder itself"};
        default:
            return {place, "results cannot be read or written", message, "give the same command again: finished blocks are kept"};
    }
}

}  // namespace

Database::Database(std::filesystem::path const& file, Access access) : file_(file) {
    int const flags = access == Access::read    ? SQLITE_OPEN_READONLY
                      : access == Access::write ? SQLITE_OPEN_READWRITE
                                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    // The connection is used by one thread at a time: `write` is called one at a time.
    int const code = sqlite3_open_v2(file.c_str(), &connection_, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
        std::string const message = connection_ ? sqlite3_errmsg(connection_) : sqlite3_errstr(code);
        sqlite3_close(connection_);
        throw InvalidInput(problem_of(code, file, message));
    }
    sqlite3_busy_timeout(connection_, patience_milliseconds);
}

Database::~Database() { sqlite3_close(connection_); }

void Database::leave_log() { sqlite3_db_config(connection_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }

void Database::fail(int code) const {
    std::string const message = sqlite3_errmsg(connection_);
    if ((code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_MISUSE)
        throw std::logic_error(file_.string() + ": " + message);
    throw InvalidInput(problem_of(code, file_, message));
}

void Database::execute(std::string const& sql) {
    if (int const code = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

void Database::roll_back() noexcept { sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr); }

std::string Database::text_of(std::string_view query) {
    Statement statement(*this, query);
    return statement.next_row() ? statement.text(0) : std::string{};
}

std::string quoted_name(std::string_view name) {
    std::string text = "\"";
    for (char const c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
    int const code = sqlite3_prepare_v3(database.connection_, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_,
                                        nullptr);
    if (code != SQLITE_OK) database.fail(code);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::reset() { sqlite3_reset(statement_); }

bool Statement::step() {
    int const code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        reset();
        database_.fail(code);
    }
    return code == SQLITE_ROW;
}

void Statement::bind(int place, std::int64_t value) { sqlite3_bind_int64(statement_, place, value); }
void Statement::bind(int place, double value) { sqlite3_bind_double(statement_, place, value); }
void Statement::bind(int place, std::string_view value) {
    sqlite3_bind_text64(statement_, place, value.data() ? value.data() : "", value.size(), SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::bind(int place, std::span<std::byte const> value) {
    // An empty span may have no address, which SQLite would take for NULL.
    static constexpr std::byte none{};
    sqlite3_bind_blob64(statement_, place, value.empty() ? &none : value.data(), value.size(), SQLITE_STATIC);
}

int Statement::columns() const { return sqlite3_column_count(statement_); }
bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
bool Statement::is_real(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_FLOAT; }
bool Statement::is_integer(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_INTEGER; }
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
std::string Statement::text(int column) const {
    auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(statement_, column));
    return text ? std::string(text, std::size_t(sqlite3_column_bytes(statement_, column))) : std::string{};
}
std::span<std::byte const> Statement::bytes(int column) const {
    auto const* bytes = static_cast<std::byte const*>(sqlite3_column_blob(statement_, column));
    return {bytes, std::size_t(sqlite3_column_bytes(statement_, column))};
}

}  // namespace micropol
