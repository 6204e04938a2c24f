#include "results/block_tables.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "base/check.h"

namespace micropol {

namespace {

static_assert(std::endian::native == std::endian::little, "files of results hold numbers with the lowest byte first");

// Rows have numbers of their own that follow from what they are about: tables are in one order whichever block came first.
constexpr std::int64_t most_people = 1 << 24;

std::int64_t row(std::uint32_t block, std::size_t per_block, std::size_t k) {
    return std::int64_t(block) * std::int64_t(per_block) + std::int64_t(k);
}

std::string quoted(std::string_view name) {
    std::string text = "\"";
    for (char const c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
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
    char const* columns;
};
constexpr Table tables[] = {
    {"provenance", "row INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL"},
    {"outcome", "row INTEGER PRIMARY KEY, key TEXT NOT NULL, label TEXT NOT NULL, unit TEXT NOT NULL"},
    {"block",
     "number INTEGER PRIMARY KEY, state_hash TEXT NOT NULL, drawn BLOB NOT NULL, department BLOB NOT NULL, person BLOB NOT NULL"},
    {"parameter", "row INTEGER PRIMARY KEY, block INTEGER NOT NULL, name TEXT NOT NULL, value REAL"},
    {"history", "row INTEGER PRIMARY KEY, block INTEGER NOT NULL, history INTEGER NOT NULL"},  // and a column for each outcome
    {"department_power",
     "row INTEGER PRIMARY KEY, block INTEGER NOT NULL, history INTEGER NOT NULL, department TEXT NOT NULL, before REAL, after REAL"},
    {"person_power",
     "row INTEGER PRIMARY KEY, block INTEGER NOT NULL, id TEXT NOT NULL, department TEXT NOT NULL, level INTEGER NOT NULL, before REAL, after REAL"},
    {"weekly", "row INTEGER PRIMARY KEY, block INTEGER NOT NULL, outcome TEXT NOT NULL, value BLOB NOT NULL"},
    {"weekly_band",
     "row INTEGER PRIMARY KEY, outcome TEXT NOT NULL, week INTEGER NOT NULL, mean REAL, q05 REAL, q25 REAL, q50 REAL, q75 REAL, q95 REAL"},
};

std::string outcome_columns(StudyLayout const& layout) {
    std::string columns;
    for (OutcomeKind const* kind : layout.outcomes) columns += ", " + quoted(kind->plugin.key) + " REAL";
    return columns;
}

std::string insert_history(StudyLayout const& layout) {
    std::string sql = "INSERT INTO history VALUES (?, ?, ?";
    for (std::size_t k = 0; k < layout.outcomes.size(); ++k) sql += ", ?";
    return sql + ')';
}

}  // namespace

void create_tables(Database& database, std::string const& schema, StudyLayout const& layout) {
    for (Table const& table : tables)
        database.execute("CREATE TABLE " + schema + '.' + table.name + " (" + table.columns +
                         (std::string_view(table.name) == "history" ? outcome_columns(layout) : "") + ')');
}

void copy_tables(Database& database, std::string const& schema) {
    for (Table const& table : tables)
        database.execute("INSERT INTO " + schema + '.' + table.name + " SELECT * FROM main." + table.name);
}

BlockTables::BlockTables(Database& database, StudyLayout const& layout)
    : layout_(layout), write_block_(database, "INSERT INTO block VALUES (?, ?, ?, ?, ?)"),
      write_parameter_(database, "INSERT INTO parameter VALUES (?, ?, ?, ?)"),
      write_weekly_(database, "INSERT INTO weekly VALUES (?, ?, ?, ?)"), write_history_(database, insert_history(layout)),
      write_department_(database, "INSERT INTO department_power VALUES (?, ?, ?, ?, ?, ?)"),
      write_person_(database, "INSERT INTO person_power VALUES (?, ?, ?, ?, ?, ?, ?)"),
      load_block_(database, "SELECT state_hash, drawn, department, person FROM block WHERE number = ?"),
      load_weekly_(database, "SELECT value FROM weekly WHERE row = ?"),
      load_person_(database, "SELECT id, department, level FROM person_power WHERE row >= ?1 AND row < ?2 ORDER BY row"),
      done_(database, "SELECT number FROM block ORDER BY number") {}

void BlockTables::write(BlockResult const& result) {
    std::size_t const outcomes = layout_.outcomes.size();
    check(result.weekly.size() == outcomes * std::size_t(layout_.weeks) && result.drawn.size() == layout_.uncertain.size() &&
              result.department_before.size() == layout_.departments.size() &&
              result.person_before.size() == result.person.size(),
          "a block fits the layout of its study");
    std::string hash(16, '0');
    for (std::size_t k = 0; k < 16; ++k) hash[k] = "0123456789abcdef"[result.state_hash >> (60 - 4 * k) & 15];
    auto const department = both(result.department_before, result.department_after);
    auto const person = both(result.person_before, result.person_after);
    write_block_.run(std::int64_t(result.block), std::string_view(hash), bytes_of(result.drawn),
                     std::span<std::byte const>(department), std::span<std::byte const>(person));
    for (std::size_t k = 0; k < layout_.uncertain.size(); ++k)
        write_parameter_.run(row(result.block, layout_.uncertain.size(), k), std::int64_t(result.block),
                             std::string_view(layout_.uncertain[k]), result.drawn[k]);
    for (std::size_t k = 0; k < outcomes; ++k)
        write_weekly_.run(
            row(result.block, outcomes, k), std::int64_t(result.block), layout_.outcomes[k]->plugin.key,
            std::as_bytes(std::span(result.weekly).subspan(k * std::size_t(layout_.weeks), std::size_t(layout_.weeks))));
    write_history(result);
    write_departments(result);
    write_people(result);
}

void BlockTables::write_history(BlockResult const& result) {
    for (int history = 0; history < histories_per_block; ++history) {
        write_history_.reset();
        write_history_.bind(1, row(result.block, std::size_t(histories_per_block), std::size_t(history)));
        write_history_.bind(2, std::int64_t(result.block));
        write_history_.bind(3, std::int64_t(history));
        for (std::size_t k = 0; k < layout_.outcomes.size(); ++k)
            write_history_.bind(int(k) + 4, double(result.weekly[(k + 1) * std::size_t(layout_.weeks) - 1][history]));
        (void)write_history_.next_row();
    }
    write_history_.reset();
}

void BlockTables::write_departments(BlockResult const& result) {
    std::size_t const count = layout_.departments.size();
    for (std::size_t history = 0; history < std::size_t(histories_per_block); ++history)
        for (std::size_t k = 0; k < count; ++k)
            write_department_.run(row(result.block, count * std::size_t(histories_per_block), history * count + k),
                                  std::int64_t(result.block), std::int64_t(history), std::string_view(layout_.departments[k]),
                                  double(result.department_before[k][int(history)]),
                                  double(result.department_after[k][int(history)]));
}

void BlockTables::write_people(BlockResult const& result) {
    check(std::int64_t(result.person.size()) <= most_people, "an organisation fits the numbers of its rows");
    for (std::size_t i = 0; i < result.person.size(); ++i)
        write_person_.run(row(result.block, most_people, i), std::int64_t(result.block), std::string_view(result.person[i]),
                          std::string_view(layout_.departments[result.person_department[i]]),
                          std::int64_t(result.person_level[i]), double(result.person_before[i]), double(result.person_after[i]));
}

BlockResult BlockTables::load(std::uint32_t block) {
    BlockResult result;
    result.block = block;
    load_block_.start(std::int64_t(block));
    if (!load_block_.next_row()) throw std::out_of_range("this block has not been stored");
    result.state_hash = std::stoull(load_block_.text(0), nullptr, 16);
    result.drawn = values_of<double>(load_block_.bytes(1));
    split(load_block_.bytes(2), result.department_before, result.department_after);
    split(load_block_.bytes(3), result.person_before, result.person_after);
    load_block_.reset();
    for (std::size_t k = 0; k < layout_.outcomes.size(); ++k) {
        std::vector<Worlds> const weeks = weekly(block, k);
        result.weekly.insert(result.weekly.end(), weeks.begin(), weeks.end());
    }
    load_people(result);
    return result;
}

void BlockTables::load_people(BlockResult& result) {
    load_person_.start(row(result.block, most_people, 0), row(result.block + 1, most_people, 0));
    while (load_person_.next_row()) {
        result.person.push_back(load_person_.text(0));
        auto const department = std::ranges::find(layout_.departments, load_person_.text(1)) - layout_.departments.begin();
        result.person_department.push_back(std::uint16_t(department));
        result.person_level.push_back(std::uint8_t(load_person_.integer(2)));
    }
    load_person_.reset();
}

std::vector<Worlds> BlockTables::weekly(std::uint32_t block, std::size_t outcome) {
    load_weekly_.start(row(block, layout_.outcomes.size(), outcome));
    if (!load_weekly_.next_row()) throw std::out_of_range("this block has not been stored");
    std::vector<Worlds> weeks = values_of<Worlds>(load_weekly_.bytes(0));
    load_weekly_.reset();
    return weeks;
}

std::vector<bool> BlockTables::done() {
    std::vector<bool> blocks(layout_.blocks, false);
    done_.start();
    while (done_.next_row())
        if (auto const number = std::size_t(done_.integer(0)); number < blocks.size()) blocks[number] = true;
    done_.reset();
    return blocks;
}

}  // namespace micropol
