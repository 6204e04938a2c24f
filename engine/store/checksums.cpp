#include "store/checksums.h"

#include "base/check.h"
#include "base/utf8.h"
#include "store/store_file.h"

namespace micropol {

namespace {

constexpr std::int64_t any_first = std::numeric_limits<std::int64_t>::min(), any_last = std::numeric_limits<std::int64_t>::max();

bool is_of_kind(Statement const& row, int column, std::string_view kind) {
    if (kind == sql::whole || kind == sql::number_of_row) return row.is_integer(column);
    if (kind == sql::real) return row.is_real(column) || row.is_null(column);
    if (kind == sql::bytes) return row.is_bytes(column);
    if (kind == sql::text_or_null && row.is_null(column)) return true;
    return row.is_text(column) && is_utf8(row.text_view(column));
}

}  // namespace

Message place_in(std::string_view table, Task const& task) {
    return Message("table {0}, block {1} of variant {2}",
                   {name(table), name(std::to_string(task.block)), name(std::to_string(task.variant))});
}

void require_kinds(Statement const& row, TableColumns const& columns, std::filesystem::path const& file, Message const& place) {
    for (std::size_t k = 0; k < columns.size(); ++k)
        if (!is_of_kind(row, int(k), columns[k].kind))
            throw InvalidInput(
                damage(file, row_of(place, row.integer(0)), Message("{0} is of another kind", {name(columns[k].name)})));
}

TableRows::TableRows(Database& database, std::filesystem::path file, std::string const& schema, std::string table,
                     StudyFacts const& facts)
    : file_(std::move(file)), table_(std::move(table)), columns_(columns_of(table_, facts)),
      query_(database,
             "SELECT * FROM " + schema + '.' + table_ + " WHERE " + columns_.front().name + " BETWEEN ?1 AND ?2 ORDER BY 1") {}

std::int64_t TableRows::add_to(Hash& hash, std::int64_t first, std::int64_t last, Message const& place,
                               std::function<bool(Statement const&)> const& belongs) {
    std::int64_t rows = 0;
    query_.start(first, last);
    for (; query_.next_row(); ++rows) {
        require_kinds(query_, columns_, file_, place);
        if (!belongs(query_))
            throw InvalidInput(damage(file_, Message("{0} is about something else", {row_of(place, query_.integer(0))})));
        add_row(hash, query_);
    }
    query_.reset();
    return rows;
}

Checksums::Checksums(Database& database, std::filesystem::path const& file, StudyFacts const& facts) : facts_(facts) {
    for (std::string_view const table : unit_tables) tables_.emplace_back(database, file, "main", std::string(table), facts);
    rows_.resize(tables_.size());
}

std::string Checksums::of_unit(std::uint64_t unit, Task const& task, Hash const& own) {
    std::string checksum = in_hexadecimal(own.value());
    for (std::size_t k = 0; k < std::size(unit_tables); ++k) {
        Hash hash;
        std::int64_t const rows = rows_per_unit(unit_tables[k], facts_), first = std::int64_t(unit) * rows;
        rows_[k] += tables_[k].add_to(hash, first, first + rows - 1, place_in(unit_tables[k], task), [&](Statement const& row) {
            return row.integer(1) == std::int64_t(task.variant) && row.integer(2) == std::int64_t(task.block);
        });
        checksum += ' ' + in_hexadecimal(hash.value());
    }
    return checksum;
}

std::string checksum_of_table(Database& database, std::filesystem::path const& file, std::string const& schema,
                              std::string const& table, StudyFacts const& facts) {
    Hash hash;
    TableRows(database, file, schema, table, facts).add_to(hash, any_first, any_last, place_in(table), [](Statement const&) {
        return true;
    });
    return in_hexadecimal(hash.value());
}

std::string seal_of(Database& database, std::string const& schema) {
    Hash hash;
    for (std::string const& query_text :
         {"SELECT value FROM " + schema + ".checksum WHERE name != '" + std::string(seal_name) + "' ORDER BY row",
          "SELECT checksum FROM " + schema + ".block ORDER BY unit"}) {
        Statement query(database, query_text);
        query.start();
        while (query.next_row()) hash.add(query.text_view(0));
    }
    return in_hexadecimal(hash.value());
}

void write_checksums(Database& database, std::filesystem::path const& file, std::string const& schema, StudyFacts const& facts,
                     bool finished) {
    Statement write(database, "INSERT INTO " + schema + ".checksum (name, value) VALUES (?, ?)");
    for (std::string_view const table : study_tables) {
        std::string const checksum = checksum_of_table(database, file, schema, std::string(table), facts);
        write.run(table, std::string_view(checksum));
    }
    if (!finished) return;
    std::string const seal = seal_of(database, schema);
    write.run(seal_name, std::string_view(seal));
}

Hash checksum_so_far(Database& database, std::string_view table) {
    Statement query(database, "SELECT value FROM checksum WHERE name = ?");
    query.start(table);
    bool const there = query.next_row();
    check(there, "a table has a checksum from its beginning");
    return Hash(from_hexadecimal(query.text_view(0)).value());
}

void set_checksum(Database& database, std::string_view table, Hash const& hash) {
    std::string const checksum = in_hexadecimal(hash.value());
    Statement(database, "UPDATE checksum SET value = ? WHERE name = ?").run(std::string_view(checksum), table);
}

}  // namespace micropol
