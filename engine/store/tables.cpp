#include "store/tables.h"

#include <algorithm>
#include <stdexcept>

#include "base/check.h"
#include "store/people_tables.h"
#include "store/store_file.h"
#include "store/trace_tables.h"

namespace micropol {

namespace {

struct Table {
    std::string_view name;
    TableColumns columns;
};

TableColumn const row{"row", sql::number_of_row}, variant{"variant", sql::whole}, block{"block", sql::whole};

Table const tables[] = {
    {"provenance", {row, {"key", sql::text}, {"value", sql::text}}},
    {"outcome", {row, {"key", sql::text}, {"label", sql::text}, {"unit", sql::text}}},
    {"variant",
     {{"number", sql::number_of_row},
      {"name", sql::text},
      {"strategy", sql::text},
      {"meaning", sql::text},
      {"scenario_hash", sql::text}}},
    {"change", {row, variant, {"path", sql::text}, {"value", sql::text}}},
    {"block",
     {{"unit", sql::number_of_row},
      variant,
      block,
      {"key", sql::text},
      {"state_hash", sql::text},
      {"checksum", sql::text},
      {"drawn", sql::bytes},
      {"horizon", sql::bytes},
      {"department", sql::bytes},
      {"person", sql::bytes}}},
    {"parameter", {row, variant, block, {"name", sql::text}, {"value", sql::real}}},
    {"history", {row, variant, block, {"history", sql::whole}}},  // and a column for each outcome
    {"department_power",
     {row, variant, block, {"history", sql::whole}, {"department", sql::text}, {"before", sql::real}, {"after", sql::real}}},
    {"person_power",
     {row,
      variant,
      block,
      {"id", sql::text},
      {"department", sql::text},
      {"level", sql::whole},
      {"before", sql::real},
      {"after", sql::real}}},
    {"weekly", {row, variant, block, {"outcome", sql::text}, {"value", sql::bytes}}},
    {"department_weekly", {row, variant, block, {"measure", sql::text}, {"value", sql::bytes}}},
    {"person_state", columns_of_person_state()},
    {"weekly_band",
     {row,
      {"outcome", sql::text},
      {"week", sql::whole},
      {"mean", sql::real},
      {"q05", sql::real},
      {"q25", sql::real},
      {"q50", sql::real},
      {"q75", sql::real},
      {"q95", sql::real}}},
    {"department_week", columns_of_department_week()},
    {"document", {row, {"format", sql::text}, {"content", sql::text}}},
    {"event", columns_of_event()},
    {"person_week", columns_of_person_week()},
    {"checksum", {row, {"name", sql::text}, {"value", sql::text}}},
};

std::string definition_of(TableColumns const& columns) {
    std::string sql;
    for (TableColumn const& column : columns)
        sql += (sql.empty() ? "(" : ", ") + quoted_name(column.name) + ' ' + std::string(column.kind);
    return sql + ')';
}

}  // namespace

std::vector<std::string> table_names() {
    std::vector<std::string> names;
    for (Table const& table : tables) names.emplace_back(table.name);
    return names;
}

TableColumns columns_of(std::string_view table, StudyFacts const& facts) {
    auto const found = std::ranges::find(tables, table, &Table::name);
    if (found == std::end(tables)) throw std::invalid_argument("there is no table " + std::string(table));
    TableColumns columns = found->columns;
    if (table == "history")
        for (OutcomeKind const* kind : facts.outcomes) columns.push_back({std::string(kind->plugin.key), sql::real});
    return columns;
}

std::string insert_into(std::string const& schema, std::string const& table, StudyFacts const& facts) {
    std::string values = "?";
    for (std::size_t k = 1; k < columns_of(table, facts).size(); ++k) values += ", ?";
    return "INSERT INTO " + schema + '.' + table + " VALUES (" + values + ')';
}

void create_tables(Database& database, std::string const& schema, StudyFacts const& facts) {
    for (std::string const& name : table_names())
        database.execute("CREATE TABLE " + schema + '.' + name + ' ' + definition_of(columns_of(name, facts)));
}

void copy_table(Database& database, std::string const& table, std::string const& from, std::string const& to) {
    database.execute("INSERT INTO " + to + '.' + table + " SELECT * FROM " + from + '.' + table);
}

void require_tables(Database& database, std::filesystem::path const& file, StudyFacts const* facts) {
    Statement query(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid");
    query.start();
    for (std::string const& table : table_names()) {
        if (!query.next_row() || query.text(0) != "table" || query.text(1) != table || query.text(2) != table)
            throw InvalidInput(damage(file, Message("table {0} is not in its place", {name(table)})));
        bool const known = facts != nullptr || table != "history";
        if (known &&
            query.text(3) != "CREATE TABLE " + table + ' ' + definition_of(columns_of(table, facts ? *facts : StudyFacts{})))
            throw InvalidInput(damage(file, Message("table {0} is defined otherwise than in a file of results", {name(table)})));
    }
    if (query.next_row()) throw InvalidInput(damage(file, "it has more than the tables of a file of results"));
}

std::int64_t rows_per_unit(std::string_view table, StudyFacts const& facts) {
    constexpr std::int64_t most_people = 1 << 24, most_uncertain = 1 << 16;
    if (table == "parameter") return most_uncertain;
    if (table == "history") return histories_per_block;
    if (table == "department_power") return std::int64_t(facts.departments.size()) * histories_per_block;
    if (table == "person_power" || table == "person_state") return most_people;
    if (table == "department_weekly") return rows_of_department_weekly();
    check(table == "weekly", "a table of units");
    return std::int64_t(facts.outcomes.size());
}

}  // namespace micropol
