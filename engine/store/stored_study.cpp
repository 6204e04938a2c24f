#include "store/stored_study.h"

#include <algorithm>
#include <stdexcept>

#include "store/store_file.h"

namespace micropol {

namespace fs = std::filesystem;

namespace {

std::vector<Variant> read_variants(Database& database) {
    std::vector<Variant> variants;
    Statement query(database, "SELECT name, strategy, meaning FROM variant ORDER BY number");
    query.start();
    while (query.next_row()) variants.push_back({query.text(0), query.text(1), {}, query.text(2)});
    Statement changes(database, "SELECT variant, path, value FROM change ORDER BY row");
    changes.start();
    while (changes.next_row()) variants.at(std::size_t(changes.integer(0))).changes.push_back({changes.text(1), changes.text(2)});
    return variants;
}

fs::path existing(fs::path file) {
    if (!fs::exists(file))
        throw InvalidInput(
            {{file.string()}, "cannot be read", "there is no such file", "micropol results list shows what there is"});
    return file;
}

Facts facts_in(Database& database, fs::path const& file) {
    require_results(database, file);
    return read_facts(database);
}

Cell cell_of(Statement const& query, int column) {
    if (query.is_null(column)) return std::monostate{};
    if (query.is_real(column)) return query.real(column);
    if (query.is_integer(column)) return query.integer(column);
    return query.text(column);
}

}  // namespace

struct StoredStudy::Implementation {
    fs::path file;
    mutable Database database;
    Facts facts;
    StudyRecord record;
    mutable BlockTables tables;
    std::vector<Variant> variants;
    std::map<std::uint64_t, KeptBlock> blocks;

    explicit Implementation(fs::path path)
        : file(existing(std::move(path))), database(file, Database::Access::read), facts(facts_in(database, file)),
          record(record_of(facts, file.string())), tables(database, record), variants(read_variants(database)),
          blocks(tables.kept()) {}
};

StoredStudy::StoredStudy(fs::path file) : implementation_(std::make_unique<Implementation>(std::move(file))) {}
StoredStudy::~StoredStudy() = default;

fs::path const& StoredStudy::file() const { return implementation_->file; }
StudyRecord const& StoredStudy::record() const { return implementation_->record; }
bool StoredStudy::finished() const { return is_finished(implementation_->facts); }
std::vector<Variant> const& StoredStudy::variants() const { return implementation_->variants; }
std::map<std::uint64_t, KeptBlock> const& StoredStudy::blocks() const { return implementation_->blocks; }
BlockResult StoredStudy::load(std::uint64_t unit) const { return implementation_->tables.load(unit); }

std::vector<std::vector<FinalValues>> StoredStudy::final_values() const {
    std::vector<std::vector<FinalValues>> all(variants().size());
    auto const weeks = record().retention == Retention::everything ? std::size_t(record().facts.weeks) : 1u;
    for (auto const& [unit, kept] : blocks()) {
        std::vector<Worlds> const weekly = load(unit).weekly;
        FinalValues last;
        for (std::size_t end = weeks; end <= weekly.size(); end += weeks) last.push_back(weekly[end - 1]);
        all.at(kept.task.variant).push_back(std::move(last));
    }
    return all;
}

std::string StoredStudy::document(std::string const& format) const {
    Statement query(implementation_->database, "SELECT content FROM document WHERE format = ?");
    query.start(std::string_view(format));
    if (query.next_row()) return query.text(0);
    if (!finished())
        throw InvalidInput({{file().string()},
                            "it is not finished",
                            "what it concludes is known at the end",
                            "go on with the command that made it: " + record().provenance.command});
    throw InvalidInput({{file().string()}, "it has nothing in the format " + format, "it has text, Markdown and JSON", ""});
}

std::vector<Problem> StoredStudy::check() const {
    std::vector<Problem> problems;
    auto const complain = [&](std::string what, std::string why) {
        problems.push_back({{file().string()}, std::move(what), std::move(why), "restore a copy, or simulate it again"});
    };
    try {
        Statement query(implementation_->database, "PRAGMA integrity_check");
        query.start();
        while (query.next_row())
            if (query.text(0) != "ok") complain("this file is damaged", query.text(0));
        if (!problems.empty()) return problems;
        for (auto const& [unit, kept] : blocks())
            if (checksum_of(load(unit)) != kept.checksum)
                complain("block " + std::to_string(kept.task.block) + " of variant " + std::to_string(kept.task.variant) +
                             " is damaged",
                         "its numbers do not fit their checksum");
        if (finished() && blocks().size() != std::stoull(implementation_->facts.at("units")))
            complain("blocks are missing", std::to_string(blocks().size()) + " of " + implementation_->facts.at("units"));
    } catch (InvalidInput const& unreadable) {
        problems.insert(problems.end(), unreadable.problems().begin(), unreadable.problems().end());
    }
    return problems;
}

std::vector<std::string> StoredStudy::columns_of(std::string const& table) const {
    std::vector<std::string> const known = table_names();
    if (std::ranges::find(known, table) == known.end()) throw std::invalid_argument("there is no table " + table);
    std::vector<std::string> columns;
    Statement query(implementation_->database, "SELECT name FROM pragma_table_info(?) WHERE type != 'BLOB'");
    query.start(std::string_view(table));
    while (query.next_row()) columns.push_back(query.text(0));
    return columns;
}

void StoredStudy::read_table(std::string const& table, std::function<void(std::vector<Cell> const&)> const& row) const {
    std::string names;
    for (std::string const& column : columns_of(table)) names += (names.empty() ? "" : ", ") + quoted_name(column);
    Statement query(implementation_->database, "SELECT " + names + " FROM " + quoted_name(table) + " ORDER BY 1");
    query.start();
    std::vector<Cell> cells;
    while (query.next_row()) {
        cells.clear();
        for (int column = 0; column < query.columns(); ++column) cells.push_back(cell_of(query, column));
        row(cells);
    }
}

}  // namespace micropol
