#pragma once
// What a file of results holds, hashed as SQLite gives it back: each block over its rows in every table, each variant over its row
// and its changes, each table of the whole study, and all of these together once the study is finished.

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <limits>
#include <string>

#include "store/tables.h"
#include "study/study_runner.h"

namespace micropol {

// The row of the table `checksum` that is over all others, and over those of variants and blocks.
inline constexpr std::string_view seal_name = "everything";

// "table weekly, block 3 of variant 0"
[[nodiscard]] Message place_in(std::string_view table, Task const& task);

// Throws InvalidInput for a row that is not of the kinds of its columns, or holds text that is not UTF-8. place: "table block".
void require_kinds(Statement const& row, TableColumns const& columns, std::filesystem::path const& file, Message const& place);

// The rows of one table: are they of its kinds, and what do they hash to?
class TableRows {
  public:
    TableRows(Database& database, std::filesystem::path file, std::string const& schema, std::string table,
              StudyFacts const& facts);

    [[nodiscard]] std::string const& table() const { return table_; }
    // Adds the rows with these numbers to the hash, and says how many there are. belongs: whether a row may stand there. Throws
    // InvalidInput for one that may not or is not of the columns' kinds; place: the table, or a block in it.
    std::int64_t add_to(Hash& hash, std::int64_t first, std::int64_t last, Message const& place,
                        std::function<bool(Statement const&)> const& belongs);

  private:
    std::filesystem::path file_;
    std::string table_;
    TableColumns columns_;
    Statement query_;
};

// Of each block.
class Checksums {
  public:
    // Keeps references to database and facts. The tables are there.
    Checksums(Database& database, std::filesystem::path const& file, StudyFacts const& facts);

    // Of its row in `block`, and of its rows in each of unit_tables; sixteen digits each, in that order. own: the first of
    // them, over the row without its checksum.
    [[nodiscard]] std::string of_unit(std::uint64_t unit, Task const& task, Hash const& own);
    // Rows that have been hashed so far, [of unit_tables].
    [[nodiscard]] std::vector<std::int64_t> const& rows() const { return rows_; }

  private:
    StudyFacts const& facts_;
    std::deque<TableRows> tables_;
    std::vector<std::int64_t> rows_;
};

// Of a table of the study as a whole.
[[nodiscard]] std::string checksum_of_table(Database& database, std::filesystem::path const& file, std::string const& schema,
                                            std::string const& table, StudyFacts const& facts);
[[nodiscard]] std::string seal_of(Database& database, std::string const& schema);
// Fills the table `checksum`: a row for each of study_tables, and the seal if the study is finished.
void write_checksums(Database& database, std::filesystem::path const& file, std::string const& schema, StudyFacts const& facts,
                     bool finished);

// Of a table to which rows are added at the end: what it comes to so far, and what it comes to with them.
[[nodiscard]] Hash checksum_so_far(Database& database, std::string_view table);
void set_checksum(Database& database, std::string_view table, Hash const& hash);

// As a row of these values is hashed.
template <class... Value>
void add_values(Hash& hash, Value const&... values) {
    (add_value(hash, values), ...);
}

}  // namespace micropol
