#include "store/block_tables.h"

#include <algorithm>
#include <stdexcept>

#include "base/check.h"
#include "store/bytes.h"
#include "store/sound_block.h"
#include "store/store_file.h"

namespace micropol {

namespace {

template <class Value>
std::vector<std::byte> both(std::vector<Value> const& before, std::vector<Value> const& after) {
    check(before.size() == after.size(), "as many after as before");
    std::vector<std::byte> bytes(bytes_of(before).begin(), bytes_of(before).end());
    bytes.insert(bytes.end(), bytes_of(after).begin(), bytes_of(after).end());
    return bytes;
}

// Both halves of what `both` made.
template <class Value>
void split(std::span<std::byte const> bytes, std::vector<Value>& before, std::vector<Value>& after) {
    before = values_of<Value>(bytes.first(bytes.size() / 2));
    after = values_of<Value>(bytes.last(bytes.size() / 2));
}

Message wrong_length(std::string_view column) { return Message("{0} has a wrong length", {name(column)}); }

}  // namespace

BlockTables::BlockTables(Database& database, std::filesystem::path const& file, StudyRecord const& record)
    : file_(file), record_(record), checksums_(database, file, record.facts), people_(database, file, record),
      write_block_(database, insert_into("main", "block", record.facts)),
      write_parameter_(database, insert_into("main", "parameter", record.facts)),
      write_weekly_(database, insert_into("main", "weekly", record.facts)),
      write_history_(database, insert_into("main", "history", record.facts)),
      write_department_(database, insert_into("main", "department_power", record.facts)),
      write_person_(database, insert_into("main", "person_power", record.facts)),
      load_block_(database,
                  "SELECT unit, variant, block, key, state_hash, drawn, horizon, department, person FROM block WHERE unit = ?"),
      load_parameter_(database, "SELECT name FROM parameter WHERE row BETWEEN ?1 AND ?2 ORDER BY row"),
      load_weekly_(database, "SELECT value FROM weekly WHERE row = ?"),
      load_person_(database, "SELECT id, department, level FROM person_power WHERE row BETWEEN ?1 AND ?2 ORDER BY row"),
      kept_(database, "SELECT unit, variant, block, key, checksum FROM block ORDER BY unit") {}

void BlockTables::refuse(std::uint64_t unit, std::string_view table, Phrase why) const {
    refuse_block(file_, unit, table, std::move(why));
}

// ------------------------------------------------------------------------------------- write

std::string BlockTables::write(std::uint64_t unit, Task const& task, std::string const& key,
                               std::vector<std::string> const& uncertain, BlockResult const& result) {
    bool const whole = record_.retention == Retention::everything;
    auto const weeks = whole ? std::size_t(record_.facts.weeks) : std::size_t{1};
    bool const is_seen = record_.retention == Retention::seen;
    check((is_seen || result.weekly.size() == record_.facts.outcomes.size() * weeks) && result.drawn.size() == uncertain.size() &&
              result.department_before.size() == (whole ? record_.facts.departments.size() : 0) &&
              result.person_before.size() == result.person.size(),
          "a block fits its study");
    auto const variant = std::int64_t(task.variant), block = std::int64_t(task.block);
    std::int64_t const first_parameter = first_row("parameter", unit, record_.facts);
    for (std::size_t k = 0; k < uncertain.size(); ++k)
        write_parameter_.run(first_parameter + std::int64_t(k), variant, block, std::string_view(uncertain[k]), result.drawn[k]);
    std::size_t const outcomes = record_.facts.outcomes.size();
    std::int64_t const first_outcome = first_row("weekly", unit, record_.facts);
    for (std::size_t k = 0; whole && k < outcomes; ++k)
        write_weekly_.run(first_outcome + std::int64_t(k), variant, block, record_.facts.outcomes[k]->plugin.key,
                          std::as_bytes(std::span(result.weekly).subspan(k * weeks, weeks)));
    write_history(unit, task, result);
    write_departments(unit, task, result);
    write_people(unit, task, result);
    people_.write(unit, task, result);
    std::string const state = in_hexadecimal(result.state_hash);
    auto const department = both(result.department_before, result.department_after);
    auto const person = both(result.person_before, result.person_after);
    auto const horizon = whole ? std::span<std::byte const>{} : bytes_of(result.weekly);
    auto const number = std::int64_t(unit);
    Hash own;
    add_values(own, number, variant, block, std::string_view(key), std::string_view(state), bytes_of(result.drawn), horizon,
               std::span<std::byte const>(department), std::span<std::byte const>(person));
    std::string checksum = checksums_.of_unit(unit, task, own);
    write_block_.run(number, variant, block, std::string_view(key), std::string_view(state), std::string_view(checksum),
                     bytes_of(result.drawn), horizon, std::span<std::byte const>(department), std::span<std::byte const>(person));
    return checksum;
}

void BlockTables::write_history(std::uint64_t unit, Task const& task, BlockResult const& result) {
    std::size_t const outcomes = record_.facts.outcomes.size(), weeks = outcomes > 0 ? result.weekly.size() / outcomes : 0;
    std::int64_t const first = first_row("history", unit, record_.facts);
    for (int history = 0; history < histories_per_block; ++history) {
        write_history_.reset();
        write_history_.bind(1, first + history);
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
    std::int64_t row = first_row("department_power", unit, record_.facts);
    for (int history = 0; history < histories_per_block; ++history)
        for (std::size_t k = 0; k < result.department_before.size(); ++k)
            write_department_.run(row++, std::int64_t(task.variant), std::int64_t(task.block), std::int64_t(history),
                                  std::string_view(record_.facts.departments[k]), double(result.department_before[k][history]),
                                  double(result.department_after[k][history]));
}

void BlockTables::write_people(std::uint64_t unit, Task const& task, BlockResult const& result) {
    std::int64_t row = first_row("person_power", unit, record_.facts);
    for (std::size_t i = 0; i < result.person.size(); ++i)
        write_person_.run(row++, std::int64_t(task.variant), std::int64_t(task.block), std::string_view(result.person[i]),
                          std::string_view(record_.facts.departments[result.person_department[i]]),
                          std::int64_t(result.person_level[i]), double(result.person_before[i]), double(result.person_after[i]));
}

// ------------------------------------------------------------------------------------- read

BlockResult BlockTables::load(std::uint64_t unit) {
    BlockResult result;
    load_block_.start(std::int64_t(unit));
    if (!load_block_.next_row()) throw std::out_of_range("this block has not been stored");
    bool const whole = record_.retention == Retention::everything;
    StudyFacts const& facts = record_.facts;
    auto const state = from_hexadecimal(load_block_.text_view(4));
    if (!state) refuse(unit, "block", Message("{0} is no hash", {name("state_hash")}));
    std::size_t const departments = whole ? facts.departments.size() : 0, last_weeks = whole ? 0 : facts.outcomes.size();
    auto const drawn = load_block_.bytes(5), horizon = load_block_.bytes(6), department = load_block_.bytes(7),
               person = load_block_.bytes(8);
    if (drawn.size() % sizeof(double) != 0) refuse(unit, "block", wrong_length("drawn"));
    bool const is_whole = record_.retention == Retention::seen ? horizon.size() % sizeof(Worlds) == 0
                                                               : horizon.size() == last_weeks * sizeof(Worlds);
    if (!is_whole) refuse(unit, "block", wrong_length("horizon"));
    if (department.size() != 2 * departments * sizeof(Worlds)) refuse(unit, "block", wrong_length("department"));
    result.block = std::uint32_t(load_block_.integer(2)), result.state_hash = *state;
    result.drawn = values_of<double>(drawn);
    result.weekly = values_of<Worlds>(horizon);
    split(department, result.department_before, result.department_after);
    if (whole)
        for (std::size_t k = 0; k < facts.outcomes.size(); ++k) {
            std::vector<Worlds> const weeks = weekly(unit, k);
            result.weekly.insert(result.weekly.end(), weeks.begin(), weeks.end());
        }
    load_people(unit, result);
    if (person.size() != 2 * result.person.size() * sizeof(float)) refuse(unit, "block", wrong_length("person"));
    split(person, result.person_before, result.person_after);
    people_.load(unit, result);
    load_block_.reset();
    if (Phrase fault = fault_of(result, record_); !fault.empty()) refuse(unit, "block", std::move(fault));
    return result;
}

void BlockTables::load_people(std::uint64_t unit, BlockResult& result) {
    auto const& departments = record_.facts.departments;
    load_person_.start(first_row("person_power", unit, record_.facts), first_row("person_power", unit + 1, record_.facts) - 1);
    while (load_person_.next_row()) {
        auto const department = std::ranges::find(departments, load_person_.text_view(1));
        std::int64_t const level = load_person_.integer(2);
        if (department == departments.end()) refuse(unit, "person_power", "somebody works in no department of the study");
        if (level < 0 || level > std::numeric_limits<std::uint8_t>::max()) refuse(unit, "person_power", "there is no such level");
        if (result.person.size() >= record_.facts.headcount)
            refuse(unit, "person_power", "there are more people than the study has");
        result.person.push_back(load_person_.text(0));
        result.person_department.push_back(std::uint16_t(department - departments.begin()));
        result.person_level.push_back(std::uint8_t(level));
    }
    load_person_.reset();
}

std::vector<Worlds> BlockTables::weekly(std::uint64_t unit, std::size_t outcome) {
    load_weekly_.start(first_row("weekly", unit, record_.facts) + std::int64_t(outcome));
    if (!load_weekly_.next_row()) refuse(unit, "weekly", "a row is missing");
    auto const bytes = load_weekly_.bytes(0);
    if (bytes.size() != std::size_t(record_.facts.weeks) * sizeof(Worlds)) refuse(unit, "weekly", wrong_length("value"));
    std::vector<Worlds> weeks = values_of<Worlds>(bytes);
    load_weekly_.reset();
    return weeks;
}

std::vector<std::string> BlockTables::uncertain(std::uint64_t unit) {
    std::vector<std::string> names;
    load_parameter_.start(first_row("parameter", unit, record_.facts), first_row("parameter", unit + 1, record_.facts) - 1);
    while (load_parameter_.next_row()) names.push_back(load_parameter_.text(0));
    load_parameter_.reset();
    return names;
}

std::map<std::uint64_t, KeptBlock> BlockTables::kept() {
    constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
    std::map<std::uint64_t, KeptBlock> blocks;
    kept_.start();
    while (kept_.next_row()) {
        std::int64_t const unit = kept_.integer(0), variant = kept_.integer(1), block = kept_.integer(2);
        if (unit < 0 || std::uint64_t(unit) >= max_units || variant < 0 || variant > most || block < 0 || block > most)
            throw InvalidInput(damage(file_, row_of(place_in("block"), unit), "there is no such block"));
        blocks[std::uint64_t(unit)] = {{std::uint32_t(variant), std::uint32_t(block)}, kept_.text(3), kept_.text(4)};
    }
    kept_.reset();
    return blocks;
}

void BlockTables::require_undamaged(std::uint64_t unit, KeptBlock const& kept) {
    load_block_.start(std::int64_t(unit));
    if (!load_block_.next_row()) refuse(unit, "block", "it cannot be found");
    TableColumns columns = columns_of("block", record_.facts);
    std::erase_if(columns, [](TableColumn const& column) { return column.name == "checksum"; });
    require_kinds(load_block_, columns, file_, place_in("block"));
    Hash own;
    add_row(own, load_block_);
    load_block_.reset();
    std::string const found = checksums_.of_unit(unit, kept.task, own);
    auto const differs = std::ranges::mismatch(found, kept.checksum);
    if (differs.in1 != found.end() || differs.in2 != kept.checksum.end()) {
        constexpr std::ptrdiff_t digits = 17;  // and a blank
        std::size_t const part = std::size_t((differs.in1 - found.begin()) / digits);
        std::string_view const table = part == 0 || part > std::size(unit_tables) ? "block" : unit_tables[part - 1];
        throw InvalidInput(damage(file_, place_in(table, kept.task), "its rows do not fit their checksum"));
    }
    std::size_t const drawn = load(unit).drawn.size();
    if (drawn != uncertain(unit).size()) refuse(unit, "parameter", "there are other numbers than were drawn");
}

}  // namespace micropol
