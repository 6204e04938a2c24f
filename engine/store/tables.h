#pragma once
// The tables of a file of results, as store/schema.md describes them, and how rows are numbered in them.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "study/finished.h"

namespace micropol {

// Kinds of columns, in SQL. The first column of every table numbers its rows; a real one that is not a number is NULL.
namespace sql {
inline constexpr std::string_view number_of_row = "INTEGER PRIMARY KEY", whole = "INTEGER NOT NULL", real = "REAL",
                                  text = "TEXT NOT NULL", text_or_null = "TEXT", bytes = "BLOB NOT NULL";
}

struct TableColumn {
    std::string name;
    std::string_view kind;
};
using TableColumns = std::vector<TableColumn>;

// Every table, in the order in which a file has them.
[[nodiscard]] std::vector<std::string> table_names();
// Throws std::invalid_argument for a table that is none.
[[nodiscard]] TableColumns columns_of(std::string_view table, StudyFacts const& facts);
// The command that adds a row, with a place for each column.
[[nodiscard]] std::string insert_into(std::string const& schema, std::string const& table, StudyFacts const& facts);

// Makes them all in `schema`: "main", or the name of an attached file.
void create_tables(Database& database, std::string const& schema, StudyFacts const& facts);
// Copies the rows in their order from one schema to the other.
void copy_table(Database& database, std::string const& table, std::string const& from, std::string const& to);

// Throw InvalidInput unless the file has exactly these tables, defined like this, and nothing else: no view, no trigger, no
// column more. Without facts the columns of `history`, which depend on the study, are left out.
void require_tables(Database& database, std::filesystem::path const& file, StudyFacts const* facts = nullptr);

// ------------------------------------------------------------------------------------- whose rows they are

// Tables whose rows belong to a block, `block` itself aside: those of a unit are numbered unit * per_unit, … + per_unit - 1,
// so that tables are in one order whichever block came first.
inline constexpr std::string_view unit_tables[] = {"parameter", "history",           "department_power", "person_power",
                                                   "weekly",    "department_weekly", "person_state"};
[[nodiscard]] std::int64_t rows_per_unit(std::string_view table, StudyFacts const& facts);
[[nodiscard]] inline std::int64_t first_row(std::string_view table, std::uint64_t unit, StudyFacts const& facts) {
    return std::int64_t(unit) * rows_per_unit(table, facts);
}
inline constexpr std::uint64_t max_units = std::uint64_t{1} << 38;  // more would not have numbers for their rows
// The same of `change`, for each variant.
inline constexpr std::int64_t rows_per_variant = 1 << 16;
// Tables that belong to the study as a whole.
inline constexpr std::string_view study_tables[] = {"provenance",      "outcome",  "variant", "change",     "weekly_band",
                                                    "department_week", "document", "event",   "person_week"};

}  // namespace micropol
