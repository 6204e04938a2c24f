#include "soak/results_reader.h"

#include <sqlite3.h>

#include <fstream>
#include <sstream>

#include "micropol/page.h"
#include "micropol/show.h"
#include "store/seal.h"
#include "store/stored_studies.h"

namespace micropol::soak {

namespace {

namespace fs = std::filesystem;

std::string bytes_of(fs::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    return std::move(std::ostringstream() << stream.rdbuf()).str();
}

std::vector<std::string> const& originals(fs::path const& folder) {
    static std::vector<std::string> const all = [&] {
        std::vector<std::string> made;
        for (auto const& [kind, write] : stored::every_kind) {
            fs::path const file = folder / "original.db";
            write(file, true);
            made.push_back(bytes_of(file));
            fs::remove(file);
        }
        return made;
    }();
    return all;
}

// The value is anything; what SQL does not understand changes nothing.
void edit(sqlite3* database, std::string const& line) {
    std::istringstream words(line);
    unsigned table = 0, row = 0, column = 0;
    if (!(words >> table >> row >> column)) return;
    std::string value;
    std::getline(words, value);
    std::vector<std::string> const tables = table_names();
    std::string const where = tables[table % tables.size()];
    sqlite3_stmt* columns = nullptr;
    std::string const query = "SELECT name FROM pragma_table_info('" + where + "') WHERE cid = " + std::to_string(column % 12);
    std::string name;
    if (sqlite3_prepare_v2(database, query.c_str(), -1, &columns, nullptr) == SQLITE_OK && sqlite3_step(columns) == SQLITE_ROW)
        name = reinterpret_cast<char const*>(sqlite3_column_text(columns, 0));
    sqlite3_finalize(columns);
    if (name.empty()) return;
    std::string const sql = value == " delete" ? "DELETE FROM " + where + " WHERE rowid = " + std::to_string(row)
                                               : "UPDATE " + where + " SET \"" + name + "\" = " + value +
                                                     " WHERE rowid = " + std::to_string(row);
    // A value may not become another command: only the first one is run.
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK) sqlite3_step(statement);
    sqlite3_finalize(statement);
}

}  // namespace

std::vector<std::string> results_examples() {
    return {"0\n4 0 3 0.5\n",
            "1\n0 3 2 'x'\n2 1 1 'other'\n",
            "2\n3 0 3 '0.5'\n5 1 2 NULL\n",
            "3\n11 0 2 replace(content, '1', '2')\n4 2 1 zeroblob(8)\n",
            "0\n9 1 4 substr(value, 5)\n7 0 2 -1\n",
            "1\n0 9 2 json_set(value, '$.weeks', -1)\n4 0 0 delete\n"};
}

fs::path put_results(fs::path const& folder, std::string_view edits) {
    std::istringstream lines{std::string(edits)};
    std::string line;
    std::getline(lines, line);
    std::vector<std::string> const& known = originals(folder);
    fs::path file = folder / "edited.db";
    std::ofstream(file, std::ios::binary) << known[line.empty() ? 0 : std::uint8_t(line[0]) % known.size()];
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    for (char const* const quick : {"PRAGMA synchronous = OFF", "PRAGMA journal_mode = MEMORY"})
        sqlite3_exec(database, quick, nullptr, nullptr, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 1 << 24);
    for (int count = 0; count < 8 && std::getline(lines, line); ++count) edit(database, line);
    sqlite3_close(database);
    stored::seal(file);
    return file;
}

void read_everything_in(fs::path const& file) {
    StoredStudy const study(file);
    for (std::string const& table : table_names()) study.read_table(table, [](auto const&) {});
    for (auto const& [unit, kept] : study.blocks()) (void)study.load(unit);
    (void)study.check();
    if (!study.finished()) return;
    for (auto const format : {app::Format::text, app::Format::json, app::Format::markdown}) (void)app::show(study, format, {});
    (void)app::page_of({file}, {});
}

std::vector<std::string> results_as_json(fs::path const& folder) {
    std::vector<std::string> all;
    for (std::string const& bytes : originals(folder)) {
        fs::path const file = folder / "shown.db";
        std::ofstream(file, std::ios::binary) << bytes;
        all.push_back(app::show(StoredStudy(file), app::Format::json, {}));
        fs::remove(file);
    }
    return all;
}

}  // namespace micropol::soak
