#include "store/stored_study.h"

#include <algorithm>
#include <stdexcept>

#include "store/store_file.h"

namespace micropol {

namespace fs = std::filesystem;

namespace {

fs::path existing(fs::path file) {
    if (!fs::exists(file))
        throw InvalidInput(
            {{file.string()}, "cannot be read", "there is no such file", "micropol results list shows what there is"});
    return file;
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
    Database database;
    Contents contents;
    BlockTables tables;
    bool looked_through = false;

    explicit Implementation(fs::path path)
        : file(existing(std::move(path))), database(file, Database::Access::read), contents(first_look(database, file)),
          tables(database, file, contents.record) {}

    // A writer may go on meanwhile: everything is read as it was at one moment.
    static Contents first_look(Database& database, fs::path const& file) {
        database.execute("BEGIN");
        return read_contents(database, file);
    }

    void require_undamaged() {
        if (looked_through) return;
        if (auto problems = damages_in(database, file, contents); !problems.empty()) throw InvalidInput(std::move(problems));
        looked_through = true;
    }
};

StoredStudy::StoredStudy(fs::path file) : implementation_(std::make_unique<Implementation>(std::move(file))) {}
StoredStudy::~StoredStudy() = default;

fs::path const& StoredStudy::file() const { return implementation_->file; }
StudyRecord const& StoredStudy::record() const { return implementation_->contents.record; }
bool StoredStudy::finished() const { return implementation_->contents.finished(); }
std::vector<Variant> const& StoredStudy::variants() const { return implementation_->contents.variants; }
std::vector<std::string> const& StoredStudy::scenario_hashes() const { return implementation_->contents.scenario_hashes; }
std::map<std::uint64_t, KeptBlock> const& StoredStudy::blocks() const { return implementation_->contents.blocks; }

BlockResult StoredStudy::load(std::uint64_t unit) const {
    implementation_->require_undamaged();
    return implementation_->tables.load(unit);
}

std::vector<std::string> StoredStudy::uncertain(std::uint64_t unit) const {
    implementation_->require_undamaged();
    return implementation_->tables.uncertain(unit);
}

DepartmentWeeks StoredStudy::departments(std::uint64_t unit) const {
    implementation_->require_undamaged();
    return implementation_->tables.departments(unit);
}

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

std::string StoredStudy::conclusion() const {
    implementation_->require_undamaged();
    Statement query(implementation_->database, "SELECT format, content FROM document ORDER BY row");
    query.start();
    if (query.next_row() && query.text(0) == "json") return query.text(1);
    if (!finished())
        throw InvalidInput({{file().string()},
                            "it is not finished",
                            "what it concludes is known at the end",
                            Message("go on with the command that made it: {0}", {name(record().provenance.command)})});
    throw InvalidInput(damage(file(), place_in("document"), "it does not have what the study concludes"));
}

std::vector<Problem> StoredStudy::check() const {
    constexpr int most = 20;
    Implementation& own = *implementation_;
    std::vector<Problem> problems = broken_structures(own.database, own.file, most);
    return problems.empty() ? damages_in(own.database, own.file, own.contents, most) : problems;
}

std::vector<std::string> StoredStudy::columns_of(std::string const& table) const {
    std::vector<std::string> columns;
    for (TableColumn const& column : micropol::columns_of(table, record().facts))
        if (column.kind != sql::bytes) columns.push_back(column.name);
    return columns;
}

void StoredStudy::read_table(std::string const& table, std::function<void(std::vector<Cell> const&)> const& row) const {
    implementation_->require_undamaged();
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
