// Files of results to which something has happened, through the real program: whatever is asked of one, it is refused with the place
// of the damage, or answered as if nothing had happened. Never another number, never a signal.

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <array>
#include <map>
#include <numeric>

#include "soak/soak.h"
#include "soak/studies.h"
#include "store/tables.h"

namespace micropol::soak {
namespace {

using cli::content_of, cli::Folder, cli::Outcome, cli::run, cli::with;
namespace fs = std::filesystem;

constexpr char const* written_ahead = "-wal";

void put(fs::path const& file, std::string const& bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), std::streamsize(bytes.size()));
}

// A file of results as it was left, and what is asked of it.
struct Specimen {
    std::string name, bytes, log;      // log: what a killed program had not yet moved into the file
    std::vector<std::string> command;  // that made it
    bool is_part = false;              // another part is there to merge it with
    bool is_unfinished = false;        // the command comes to an end with it
    std::vector<Outcome> answers = {};
};

enum class Fate { harmless, refused, wrong };

class DamagedFiles : public testing::Test {
  protected:
    void SetUp() override {
        std::string const scenario = folder_.write("tiny.yaml", tiny);
        for (Study const& study : studies_in_parts(scenario)) add_parts(study);
        for (Study const& study : studies(scenario)) {
            add_whole(study);
            if (study.name != "compare, searching") add_killed(study);  // the others are quicker to come to an end again
        }
        for (Specimen& one : specimens_) {
            std::vector<std::size_t> all(questions(one).size());
            std::iota(all.begin(), all.end(), 0u);
            one.answers = answers(one, one.bytes, one.log, all);
        }
    }

    void add_whole(Study const& study) {
        ASSERT_EQ(run(with(study.command, {"--output", file_})).code, 0) << study.name;
        specimens_.push_back({study.name, content_of(file_), "", study.command});
        clean_up();
    }

    void add_parts(Study const& study) {
        std::string const other = (folder_ / ("other_" + study.name + ".db")).string();
        ASSERT_EQ(run(with(study.command, {"--output", other, "--shard", "2/2"})).code, 0) << study.name;
        ASSERT_EQ(run(with(study.command, {"--output", file_, "--shard", "1/2"})).code, 0) << study.name;
        specimens_.push_back({study.name, content_of(file_), "", with(study.command, {"--shard", "1/2"}), true});
        clean_up();
    }

    // Whatever was there when it died, a log as a rule.
    void add_killed(Study const& study) {
        std::vector<std::string> const command = with(study.command, {"--weeks", "104", "--threads", "1"});
        for (int milliseconds = 400; milliseconds > 20; milliseconds = milliseconds * 3 / 4) {
            cli::Running const program(folder_, with(command, {"--output", file_}));
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            program.send(SIGKILL);
            if (program.wait().code == -1 && fs::exists(log_)) {
                specimens_.push_back({study.name, content_of(file_), content_of(log_), command, false, true});
                return clean_up();
            }
            clean_up();
        }
    }

    void clean_up() {
        for (char const* ending : {"", written_ahead, "-shm", ".lock", ".copy", ".finished", "-journal"})
            fs::remove(file_ + ending);
        fs::remove_all(tables_);
        fs::remove(page_), fs::remove(merged_);
    }

    std::vector<std::vector<std::string>> questions(Specimen const& one) const {
        std::vector<std::vector<std::string>> all{{"results", "check", file_},
                                                  {"results", "show", file_, "--format", "json"},
                                                  {"results", "list", file_},
                                                  {"results", "export", file_, "--output", tables_},
                                                  {"report", file_, "--output", page_}};
        if (one.is_part) all.push_back({"results", "merge", merged_, file_, (folder_ / ("other_" + one.name + ".db")).string()});
        all.push_back(with(one.command, {"--format", "json", "--output", file_}));
        return all;
    }

    // What comes of some of the questions, by number: what was said, and every file that was made.
    std::vector<Outcome> answers(Specimen const& one, std::string const& bytes, std::string const& log,
                                 std::vector<std::size_t> const& asked) {
        std::vector<Outcome> all;
        for (std::size_t const number : asked) {
            std::vector<std::string> const question = questions(one)[number];
            put(file_, bytes);
            if (!log.empty()) put(log_, log);
            Outcome said = run(question);
            said.output += content_of(page_) + content_of(merged_);
            if (fs::exists(tables_))
                for (auto const& name : table_names()) said.output += content_of(fs::path(tables_) / (name + ".csv"));
            bool const goes_on = question.front() != "results" && question.front() != "report";
            if (one.is_unfinished && said.code == 0 && goes_on) said.output += content_of(file_);
            if (said.code == 3 && goes_on && content_of(file_) != bytes) said.errors += "\nthe file was changed all the same";
            all.push_back(std::move(said));
            clean_up();
        }
        return all;
    }

    // A log that lost its end leaves a study of fewer blocks, as if it had been killed earlier: it is unfinished before and after.
    static Fate fate_of(Outcome const& said, Outcome const& before, std::string const& file, bool lost_its_end) {
        if (lost_its_end && said.code == 0) return Fate::harmless;
        if (said.code == 3 && before.code != 3)
            return said.errors.find(file) != std::string::npos && said.errors.find("changed all the same") == std::string::npos
                       ? Fate::refused
                       : Fate::wrong;
        return said.code == before.code && said.output == before.output ? Fate::harmless : Fate::wrong;
    }

    Folder folder_;
    std::string const file_ = (folder_ / "study.db").string(), log_ = file_ + written_ahead,
                      tables_ = (folder_ / "tables").string(), page_ = (folder_ / "page.html").string(),
                      merged_ = (folder_ / "merged.db").string();
    std::vector<Specimen> specimens_;
};

// ------------------------------------------------------------------------------------- what happens to files

constexpr std::size_t page = 4096;

void flip_bytes(std::string& bytes, Chance& chance) {
    for (std::size_t times = 1 + below(chance, 3) * below(chance, 4); times > 0; --times)
        bytes[below(chance, bytes.size())] ^= char(1 + below(chance, 255));
}

void cut_short(std::string& bytes, Chance& chance) {
    bytes.resize(below(chance, 2) == 0 ? below(chance, bytes.size()) : below(chance, bytes.size() / page + 1) * page);
}

void lengthen(std::string& bytes, Chance& chance) { bytes.append(1 + below(chance, 3 * page), char(below(chance, 256))); }

void blank_a_stretch(std::string& bytes, Chance& chance) {
    std::size_t const at = below(chance, bytes.size());
    std::fill_n(bytes.begin() + std::ptrdiff_t(at), std::min(bytes.size() - at, 1 + below(chance, 2 * page)), '\0');
}

void swap_pages(std::string& bytes, Chance& chance) {
    std::size_t const pages = bytes.size() / page;
    if (pages < 2) return flip_bytes(bytes, chance);
    std::size_t const a = below(chance, pages) * page, b = below(chance, pages) * page;
    std::swap_ranges(bytes.begin() + std::ptrdiff_t(a), bytes.begin() + std::ptrdiff_t(a + page),
                     bytes.begin() + std::ptrdiff_t(b));
}

void repeat_a_page(std::string& bytes, Chance& chance) {
    std::size_t const pages = bytes.size() / page;
    if (pages < 2) return flip_bytes(bytes, chance);
    bytes.replace(below(chance, pages) * page, page, bytes.substr(below(chance, pages) * page, page));
}

constexpr std::array<void (*)(std::string&, Chance&), 6> accidents{flip_bytes,      cut_short,  lengthen,
                                                                   blank_a_stretch, swap_pages, repeat_a_page};

std::string cell_of(sqlite3* database, std::string const& query) {
    sqlite3_stmt* statement = nullptr;
    std::string found;
    if (sqlite3_prepare_v2(database, query.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        if (auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(statement, 0))) found = text;
    sqlite3_finalize(statement);
    return found;
}

// A row changed with SQLite at hand. Returns the command, "" where it changed nothing.
std::string edit_a_row(fs::path const& file, Chance& chance) {
    sqlite3* database = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK) return sqlite3_close(database), "";
    std::vector<std::string> const tables = table_names();
    std::string const table = one_of(chance, tables), rows = cell_of(database, "SELECT count(*) FROM " + table),
                      columns = cell_of(database, "SELECT count(*) FROM pragma_table_info('" + table + "')");
    auto const some_row = [&] { return std::to_string(below(chance, std::stoul(rows))); };
    std::string sql;
    if (rows != "0" && !rows.empty()) {
        std::string const row = cell_of(database, "SELECT rowid FROM " + table + " LIMIT 1 OFFSET " + some_row());
        std::string const column = cell_of(database, "SELECT name FROM pragma_table_info('" + table +
                                                         "') WHERE cid = " + std::to_string(below(chance, std::stoul(columns))));
        std::string const values[] = {"-\"" + column + "\"",
                                      "\"" + column + "\" + 1",
                                      "\"" + column + "\" * 1.0001",
                                      "0",
                                      "1e308",
                                      "-9223372036854775808",
                                      "NULL",
                                      "'x'",
                                      "x'00'",
                                      "zeroblob(length(\"" + column + "\"))",
                                      "replace(\"" + column + "\", '1', '2')",
                                      "substr(\"" + column + "\", 2)",
                                      "(SELECT \"" + column + "\" FROM " + table + " LIMIT 1 OFFSET " + some_row() + ")"};
        std::string const where = " WHERE rowid = " + row;
        switch (below(chance, 6)) {
            case 0: sql = "DELETE FROM " + table + where; break;
            case 1: sql = "INSERT INTO " + table + " SELECT * FROM " + table + where; break;
            default: sql = "UPDATE " + table + " SET \"" + column + "\" = " + one_of(chance, values) + where;
        }
        sqlite3_exec(database, "PRAGMA ignore_check_constraints = ON", nullptr, nullptr, nullptr);
        if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK || sqlite3_changes(database) == 0)
            sql.clear();
    }
    sqlite3_close(database);
    return sql;
}

std::string row_of(int tried, std::size_t kinds, std::map<Fate, int>& fates) {
    return "corrupt: " + std::to_string(tried) + " damaged files of results, of " + std::to_string(kinds) +
           " kinds: " + std::to_string(fates[Fate::refused]) + " refused with their place, " +
           std::to_string(fates[Fate::harmless]) + " harmless, " + std::to_string(fates[Fate::wrong]) + " wrong";
}

TEST_F(DamagedFiles, say_nothing_wrong) {
    Chance chance(seed());
    std::map<Fate, int> fates;
    int const times = tries(25);
    for (int k = 0; k < times && !HasFailure(); ++k) {
        Specimen const& one = one_of(chance, specimens_);
        std::string bytes = one.bytes, log = one.log, what = "bytes";
        if (log.empty() && below(chance, 3) == 0) {
            put(file_, bytes);
            what = edit_a_row(file_, chance);
            bytes = content_of(file_);
            clean_up();
        } else {
            std::string& harmed = !log.empty() && below(chance, 2) == 0 ? log : bytes;
            std::size_t const accident = below(chance, accidents.size());
            accidents[accident](harmed, chance);
            what = "accident " + std::to_string(accident) + (&harmed == &log ? " of the log" : "");
        }
        std::size_t const last = one.answers.size() - 1;  // going on with it
        std::vector<std::size_t> const asked{0, 1 + below(chance, last), 1 + below(chance, last), last};
        std::vector<Outcome> const all_said = answers(one, bytes, log, asked);
        Fate worst = Fate::harmless;
        for (std::size_t k_asked = 0; k_asked < asked.size(); ++k_asked) {
            std::size_t const q = asked[k_asked];
            Outcome const& said = all_said[k_asked];
            Fate const fate = fate_of(said, one.answers[q], file_, log != one.log && q != last);
            worst = std::max(worst, fate);
            EXPECT_NE(fate, Fate::wrong) << one.name << ", try " << k << " with seed " << seed() << ": " << what << "\n"
                                         << testing::PrintToString(questions(one)[q]) << "\ncode " << said.code << " for "
                                         << one.answers[q].code << "\n"
                                         << said.errors.substr(0, 1000);
        }
        ++fates[worst];
        if ((k + 1) % 100 == 0 || k + 1 == times) tell(row_of(k + 1, specimens_.size(), fates));
    }
}

}  // namespace
}  // namespace micropol::soak
