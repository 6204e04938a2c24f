#include "store/database.h"

#include <sqlite3.h>

#include <bit>
#include <fstream>
#include <stdexcept>

#include "store/store_file.h"
#include "words/problem.h"

namespace micropol {

namespace {

constexpr int patience_milliseconds = 2'000;  // for readers that hold the file for a moment

Problem problem_of(int code, std::filesystem::path const& file, Phrase const& message) {
    Place const place{file.string()};
    if (code == SQLITE_READONLY_ROLLBACK)
        return {place, "this file holds no results yet", "the program writing it was interrupted",
                "rerun the command that created it"};
    switch (code & 0xff) {
        case SQLITE_NOTADB:
            return {place, "this file does not hold results", "it is not a SQLite database",
                    "choose another file for the results; this one was left as it is"};
        case SQLITE_CORRUPT:
        case SQLITE_TOOBIG: return damage(file, message);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {place, "another program is writing to these results", message,
                    "wait until it is done, or choose another file"};
        case SQLITE_FULL:
            return {place, "the disk is full", message, "make room and rerun the same command; finished blocks are reused"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {place, "results cannot be written here", message, "choose a file in a folder that you may write to"};
        case SQLITE_CANTOPEN:
            return {place, "results cannot be opened here", message,
                    "check that the folder exists, that you may write to it, and that this is not a folder itself"};
        default:
            return {place, "results cannot be read or written", message, "rerun the same command; finished blocks are reused"};
    }
}

// A finished file has no write-ahead log and is never changed: SQLite need not look for one, or lock it.
bool is_finished_file(std::filesystem::path const& file) {
    constexpr std::streamoff write_version = 18;  // of the header: 1 without a log, 2 with one
    std::ifstream stream(file, std::ios::binary);
    return stream.seekg(write_version) && stream.get() == 1 && !is_half_made(file);
}

// Everything but letters and digits as %41, so that no name means anything to SQLite.
std::string uri_of(std::filesystem::path const& file, std::string_view parameters) {
    std::string const path = std::filesystem::absolute(file).string();
    std::string uri = "file://";
    for (char const c : path) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.';
        constexpr std::string_view digits = "0123456789ABCDEF";
        uri += plain ? std::string(1, c) : std::string{'%', digits[std::uint8_t(c) >> 4], digits[std::uint8_t(c) & 15]};
    }
    return uri + std::string(parameters);
}

enum class Kind : std::uint8_t { null, whole, real, text, bytes };
Hash& add_kind(Hash& hash, Kind kind) { return hash.add(std::as_bytes(std::span(&kind, 1))); }

}  // namespace

Database::Database(std::filesystem::path const& file, Access access) : file_(file) {
    if (std::error_code none; std::filesystem::exists(file, none) && !std::filesystem::is_regular_file(file, none))
        throw InvalidInput(problem_of(SQLITE_CANTOPEN, file, "this is no file but a folder, a pipe or a device"));
    int const flags = access == Access::read    ? SQLITE_OPEN_READONLY
                      : access == Access::write ? SQLITE_OPEN_READWRITE
                                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    std::string const uri = uri_of(file, access == Access::read && is_finished_file(file) ? "?immutable=1" : "");
    // The connection is used by one thread at a time: `write` is called one at a time.
    int const code = sqlite3_open_v2(uri.c_str(), &connection_,
                                     flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
        std::string const message = connection_ ? sqlite3_errmsg(connection_) : sqlite3_errstr(code);
        sqlite3_close(connection_);
        throw InvalidInput(problem_of(code, file, reported(message)));
    }
    sqlite3_busy_timeout(connection_, patience_milliseconds);
    harden();
}

// The file may be anybody's.
void Database::harden() {
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    for (int const off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
                          SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL})
        sqlite3_db_config(connection_, off, 0, nullptr);
    constexpr std::pair<int, int> limits[] = {{SQLITE_LIMIT_LENGTH, 1 << 28},  {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
                                              {SQLITE_LIMIT_ATTACHED, 1},      {SQLITE_LIMIT_COMPOUND_SELECT, 10},
                                              {SQLITE_LIMIT_EXPR_DEPTH, 20},   {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
                                              {SQLITE_LIMIT_TRIGGER_DEPTH, 1}, {SQLITE_LIMIT_WORKER_THREADS, 0}};
    for (auto const& [which, limit] : limits) sqlite3_limit(connection_, which, limit);
    sqlite3_exec(connection_, "PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
}

Database::~Database() { sqlite3_close(connection_); }

void Database::leave_log() { sqlite3_db_config(connection_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }

void Database::fail(int code) const {
    std::string const message = sqlite3_errmsg(connection_);
    if ((code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_MISUSE)
        throw std::logic_error(file_.string() + ": " + message);
    throw InvalidInput(problem_of(code, file_, reported(message)));
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

void Statement::reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool Statement::step() {
    int const code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        reset();
        database_.fail(code);
    }
    return code == SQLITE_ROW;
}

void add_value(Hash& hash, std::int64_t value) { add_kind(hash, Kind::whole).add(std::uint64_t(value)); }
void add_value(Hash& hash, std::string_view value) { add_kind(hash, Kind::text).add(value); }
void add_value(Hash& hash, std::span<std::byte const> value) {
    add_kind(hash, Kind::bytes).add(std::uint64_t(value.size())).add(value);
}

void add_row(Hash& hash, Statement const& row) {
    for (int column = 0; column < row.columns(); ++column) {
        if (row.is_null(column))
            add_kind(hash, Kind::null);
        else if (row.is_integer(column))
            add_value(hash, row.integer(column));
        else if (row.is_real(column))
            add_kind(hash, Kind::real).add(std::bit_cast<std::uint64_t>(row.real(column)));
        else if (row.is_text(column))
            add_value(hash, row.text_view(column));
        else
            add_value(hash, row.bytes(column));
    }
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
bool Statement::is_text(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_TEXT; }
bool Statement::is_bytes(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_BLOB; }
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
std::string Statement::text(int column) const { return std::string(text_view(column)); }
std::string_view Statement::text_view(int column) const {
    auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(statement_, column));
    return text ? std::string_view(text, std::size_t(sqlite3_column_bytes(statement_, column))) : std::string_view{};
}
std::span<std::byte const> Statement::bytes(int column) const {
    auto const* bytes = static_cast<std::byte const*>(sqlite3_column_blob(statement_, column));
    return {bytes, std::size_t(sqlite3_column_bytes(statement_, column))};
}

}  // namespace micropol
