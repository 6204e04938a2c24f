#include "store/block_tables.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "base/check.h"
#include "base/hash.h"
#include "store/trace_tables.h"

namespace micropol {

namespace {

static_assert(std::endian::native == std::endian::little, "files of results hold numbers with the lowest byte first");

// Rows have numbers of their own that follow from what they are about: tables are in one order whichever block came first.
constexpr std::size_t most_people = 1 << 24, most_uncertain = 1 << 16;

std::int64_t row(std::uint64_t unit, std::size_t per_unit, std::size_t k) {
    check(k < per_unit, "a block fits the numbers of its rows");
    return std::int64_t(unit * per_unit + k);
}

template <class Value>
std::span<std::byte const> bytes_of(std::vector<Value> const& values) {
    return std::as_bytes(std::span(values));
}

template <class Value>
std::vector<std::byte> both(std::vector<Value> const& before, std::vector<Value> const& after) {
    check(before.size() == after.size(), "as many after as before");
    std::vector<std::byte> bytes(bytes_of(before).begin(), bytes_of(before).end());
    bytes.insert(bytes.end(), bytes_of(after).begin(), bytes_of(after).end());
    return bytes;
}

template <class Value>
std::vector<Value> values_of(std::span<std::byte const> bytes) {
    std::vector<Value> values(bytes.size() / sizeof(Value));
    if (!values.empty()) std::memcpy(static_cast<void*>(values.data()), bytes.data(), values.size() * sizeof(Value));
    return values;
}

template <class Value>
void split(std::span<std::byte const> bytes, std::vector<Value>& before, std::vector<Value>& after) {
    before = values_of<Value>(bytes.first(bytes.size() / 2));
    after = values_of<Value>(bytes.last(bytes.size() / 2));
}

struct Table {
    char const* name;
    std::string columns;
};
Table const tables[] = {
    {"provenance", "row INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL"},
    {"outcome", "row INTEGER PRIMARY KEY, key TEXT NOT NULL, label TEXT NOT NULL, unit TEXT NOT NULL"},
    {"variant",
     "number INTEGER PRIMARY KEY, name TEXT NOT NULL, strategy TEXT NOT NULL, meaning TEXT NOT NULL, scenario_hash TEXT NOT NULL"},
    {"change", "row INTEGER PRIMARY KEY, variant INTEGER NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL"},
    {"block",
     "unit INTEGER PRIMARY KEY, variant INTEGER NOT NULL, block INTEGER NOT NULL, key TEXT NOT NULL, state_hash TEXT NOT NULL, "
     "checksum TEXT NOT NULL, drawn BLOB NOT NULL, horizon BLOB NOT NULL, department BLOB NOT NULL, person BLOB NOT NULL"},
    {"parameter", "row INTEGER PRIMARY KEY, variant INTEGER NOT NULL, block INTEGER NOT NULL, name TEXT NOT NULL, value REAL"},
    {"history",  // and a column for each outcome
     "row INTEGER PRIMARY KEY, variant INTEGER NOT NULL, block INTEGER NOT NULL, history INTEGER NOT NULL"},
    {"department_power",
     "row INTEGER PRIMARY KEY, variant INTEGER NOT NULL, block INTEGER NOT NULL, history INTEGER NOT NULL, department TEXT NOT "
     "NULL, before REAL, after REAL"},
    {"person_power",
     "row INTEGER PRIMARY KEY, variant INTEGER NOT NULL, block INTEGER NOT NULL, id TEXT NOT NULL, department TEXT NOT NULL, "
     "level INTEGER NOT NULL, before REAL, after REAL"},
    {"weekly",
     "row INTEGER PRIMARY KEY, variant INTEGER NOT NULL, block INTEGER NOT NULL, outcome TEXT NOT NULL, value BLOB NOT NULL"},
    {"weekly_band",
     "row INTEGER PRIMARY KEY, outcome TEXT NOT NULL, week INTEGER NOT NULL, mean REAL, q05 REAL, q25 REAL, q50 REAL, q75 REAL, q95 REAL"},
    {"document", "row INTEGER PRIMARY KEY, format TEXT NOT NULL, content TEXT NOT NULL"},
    {"event", columns_of_event()},
    {"person_week", columns_of_person_week()},
};

std::string outcome_columns(StudyFacts const& facts) {
    std::string columns;
    for (OutcomeKind const* kind : facts.outcomes) columns += ", " + quoted_name(kind->plugin.key) + " REAL";
    return columns;
}

std::string insert_history(StudyFacts const& facts) {
    std::string sql = "INSERT INTO history VALUES (?, ?, ?, ?";
    for (std::size_t k = 0; k < facts.outcomes.size(); ++k) sql += ", ?";
    return sql + ')';
}

}  // namespace

std::vector<std::string> table_names() {
    std::vector<std::string> names;
    for (Table const& table : tables) names.emplace_back(table.name);
    return names;
}

void create_tables(Database& database, std::string const& schema, StudyFacts const& facts) {
    for (Table const& table : tables)
        database.execute("CREATE TABLE " + schema + '.' + table.name + " (" + table.columns +
                         (std::string_view(table.name) == "history" ? outcome_columns(facts) : "") + ')');
}

void copy_table(Database& database, std::string const& table, std::string const& from, std::string const& to) {
    database.execute("INSERT OR IGNORE INTO " + to + '.' + table + " SELECT * FROM " + from + '.' + table);
}

std::string checksum_of(BlockResult const& result) {
    Hash hash;
    hash.add(result.state_hash).add(bytes_of(result.drawn)).add(bytes_of(result.weekly));
    hash.add(bytes_of(result.department_before)).add(bytes_of(result.department_after));
    hash.add(bytes_of(result.person_before)).add(bytes_of(result.person_after));
    return in_hexadecimal(hash.value());
}

BlockTables::BlockTables(Database& database, StudyRecord const& record)
    : record_(record), write_block_(database, "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      write_parameter_(database, "INSERT INTO parameter VALUES (?, ?, ?, ?, ?)"),
      write_weekly_(database, "INSERT INTO weekly VALUES (?, ?, ?, ?, ?)"),
      write_history_(database, insert_history(record.facts)),
      write_department_(database, "INSERT INTO department_power VALUES (?, ?, ?, ?, ?, ?, ?)"),
      write_person_(database, "INSERT INTO person_power VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      load_block_(database, "SELECT block, state_hash, drawn, horizon, department, person FROM block WHERE unit = ?"),
      load_weekly_(database, "SELECT value FROM weekly WHERE row = ?"),
      load_person_(database, "SELECT id, department, level FROM person_power WHERE row >= ?1 AND row < ?2 ORDER BY row"),
      kept_(database, "SELECT unit, variant, block, key, checksum FROM block ORDER BY unit") {}

void BlockTables::write(std::uint64_t unit, Task const& task, std::string const& key, std::vector<std::string> const& uncertain,
                        BlockResult const& result) {
    bool const whole = record_.retention == Retention::everything;
    auto const weeks = whole ? std::size_t(record_.facts.weeks) : std::size_t{1};
    check(result.weekly.size() == record_.facts.outcomes.size() * weeks && result.drawn.size() == uncertain.size() &&
              result.department_before.size() == (whole ? record_.facts.departments.size() : 0) &&
              result.person_before.size() == result.person.size(),
          "a block fits its study");
    auto const variant = std::int64_t(task.variant), block = std::int64_t(task.block);
    std::string const hash = in_hexadecimal(result.state_hash), checksum = checksum_of(result);
    auto const department = both(result.department_before, result.department_after);
    auto const person = both(result.person_before, result.person_after);
    write_block_.run(std::int64_t(unit), variant, block, std::string_view(key), std::string_view(hash),
                     std::string_view(checksum), bytes_of(result.drawn),
                     whole ? std::span<std::byte const>{} : bytes_of(result.weekly), std::span<std::byte const>(department),
                     std::span<std::byte const>(person));
    for (std::size_t k = 0; k < uncertain.size(); ++k)
        write_parameter_.run(row(unit, most_uncertain, k), variant, block, std::string_view(uncertain[k]), result.drawn[k]);
    std::size_t const outcomes = record_.facts.outcomes.size();
    for (std::size_t k = 0; whole && k < outcomes; ++k)
        write_weekly_.run(row(unit, outcomes, k), variant, block, record_.facts.outcomes[k]->plugin.key,
                          std::as_bytes(std::span(result.weekly).subspan(k * weeks, weeks)));
    write_history(unit, task, result);
    write_departments(unit, task, result);
    write_people(unit, task, result);
}

void BlockTables::write_history(std::uint64_t unit, Task const& task, BlockResult const& result) {
    std::size_t const outcomes = record_.facts.outcomes.size(), weeks = outcomes > 0 ? result.weekly.size() / outcomes : 0;
    for (int history = 0; history < histories_per_block; ++history) {
        write_history_.reset();
        write_history_.bind(1, row(unit, std::size_t(histories_per_block), std::size_t(history)));
        write_history_.bind(2, std::int64_t(task.variant));
        write_history_.bind(3, std::int64_t(task.block));
        write_history_.bind(4, std::int64_t(history));
        for (std::size_t k = 0; k < outcomes; ++k)
            write_history_.bind(int(k) + 5, double(result.weekly[(k + 1) * weeks - 1][history]));
        (void)write_history_.next_row();
    }
    write_history_.reset();
}

void BlockTables::write_departments(std::uint64_t unit, Task const& task, BlockResult const& result) {
    std::size_t const count = result.department_before.size();
    for (std::size_t history = 0; history < std::size_t(histories_per_block); ++history)
        for (std::size_t k = 0; k < count; ++k)
            write_department_.run(
                row(unit, count * std::size_t(histories_per_block), history * count + k), std::int64_t(task.variant),
                std::int64_t(task.block), std::int64_t(history), std::string_view(record_.facts.departments[k]),
                double(result.department_before[k][int(history)]), double(result.department_after[k][int(history)]));
}

void BlockTables::write_people(std::uint64_t unit, Task const& task, BlockResult const& result) {
    for (std::size_t i = 0; i < result.person.size(); ++i)
        write_person_.run(row(unit, most_people, i), std::int64_t(task.variant), std::int64_t(task.block),
                          std::string_view(result.person[i]),
                          std::string_view(record_.facts.departments[result.person_department[i]]),
                          std::int64_t(result.person_level[i]), double(result.person_before[i]), double(result.person_after[i]));
}

BlockResult BlockTables::load(std::uint64_t unit) {
    BlockResult result;
    load_block_.start(std::int64_t(unit));
    if (!load_block_.next_row()) throw std::out_of_range("this block has not been stored");
    result.block = std::uint32_t(load_block_.integer(0));
    result.state_hash = std::stoull(load_block_.text(1), nullptr, 16);
    result.drawn = values_of<double>(load_block_.bytes(2));
    result.weekly = values_of<Worlds>(load_block_.bytes(3));
    split(load_block_.bytes(4), result.department_before, result.department_after);
    split(load_block_.bytes(5), result.person_before, result.person_after);
    load_block_.reset();
    if (record_.retention != Retention::everything) return result;
    for (std::size_t k = 0; k < record_.facts.outcomes.size(); ++k) {
        std::vector<Worlds> const weeks = weekly(unit, k);
        result.weekly.insert(result.weekly.end(), weeks.begin(), weeks.end());
    }
    load_people(unit, result);
    return result;
}

void BlockTables::load_people(std::uint64_t unit, BlockResult& result) {
    load_person_.start(row(unit, most_people, 0), row(unit + 1, most_people, 0));
    while (load_person_.next_row()) {
        result.person.push_back(load_person_.text(0));
        auto const& departments = record_.facts.departments;
        result.person_department.push_back(
            std::uint16_t(std::ranges::find(departments, load_person_.text(1)) - departments.begin()));
        result.person_level.push_back(std::uint8_t(load_person_.integer(2)));
    }
    load_person_.reset();
}

std::vector<Worlds> BlockTables::weekly(std::uint64_t unit, std::size_t outcome) {
    load_weekly_.start(row(unit, record_.facts.outcomes.size(), outcome));
    if (!load_weekly_.next_row()) throw std::out_of_range("this block has not been stored");
    std::vector<Worlds> weeks = values_of<Worlds>(load_weekly_.bytes(0));
    load_weekly_.reset();
    return weeks;
}

std::map<std::uint64_t, KeptBlock> BlockTables::kept() {
    std::map<std::uint64_t, KeptBlock> blocks;
    kept_.start();
    while (kept_.next_row())
        blocks[std::uint64_t(kept_.integer(0))] = {
            {std::uint32_t(kept_.integer(1)), std::uint32_t(kept_.integer(2))}, kept_.text(3), kept_.text(4)};
    kept_.reset();
    return blocks;
}

}  // namespace micropol
