#include "results/store.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

#include "base/problem.h"
#include "results/block_tables.h"
#include "results/database.h"
#include "results/write_lock.h"
#include "study/weekly_band.h"

namespace micropol {

namespace fs = std::filesystem;

namespace {

constexpr int application = 0x6d706f6c, format = 1;  // "mpol"; raise the format when a table changes

using Facts = std::map<std::string, std::string>;

// Has to agree for a file to be gone on with.
Facts identity(StudyLayout const& layout, Provenance const& provenance) {
    std::string outcomes;
    for (OutcomeKind const* kind : layout.outcomes) outcomes += (outcomes.empty() ? "" : ", ") + std::string(kind->plugin.key);
    return {{"version", provenance.version}, {"scenario", provenance.scenario},       {"seed", std::to_string(provenance.seed)},
            {"strategy", layout.strategy},   {"weeks", std::to_string(layout.weeks)}, {"blocks", std::to_string(layout.blocks)},
            {"outcomes", outcomes}};
}

// Where two scenarios part: "line 12: 'seed: 1' there, 'seed: 2' here".
std::string first_difference(std::string_view stored, std::string_view wanted) {
    for (int line = 1;; ++line) {
        std::string_view const there = stored.substr(0, stored.find('\n')), here = wanted.substr(0, wanted.find('\n'));
        if (there != here || stored.size() == there.size() || wanted.size() == here.size())
            return "line " + std::to_string(line) + ": '" + std::string(there) + "' there, '" + std::string(here) + "' here";
        stored.remove_prefix(there.size() + 1), wanted.remove_prefix(here.size() + 1);
    }
}

std::vector<Problem> differences(fs::path const& file, Facts const& stored, Facts const& wanted) {
    std::vector<Problem> problems;
    for (auto const& [key, value] : wanted) {
        auto const found = stored.find(key);
        std::string const there = found == stored.end() ? "" : found->second;
        if (there == value) continue;
        std::string const why = key == "scenario" ? first_difference(there, value)
                                                  : "'" + there + "' there, '" + value + "' here";
        problems.push_back({{file.string()},
                            "this file holds another study: its " + key + " differs",
                            why,
                            "choose another file for the results, or remove this one"});
    }
    return problems;
}

Facts read_facts(Database& database) {
    Facts facts;
    Statement query(database, "SELECT key, value FROM provenance");
    query.start();
    while (query.next_row()) facts[query.text(0)] = query.text(1);
    return facts;
}

bool is_empty(Database& database) {
    return database.text_of("PRAGMA application_id") == "0" && database.text_of("SELECT count(*) FROM sqlite_schema") == "0";
}

void require_results(Database& database, fs::path const& file) {
    if (database.text_of("PRAGMA application_id") != std::to_string(application))
        throw InvalidInput({{file.string()},
                            "this file does not hold results",
                            "it is the database of another program",
                            "choose another file for the results; this one was left as it is"});
    if (std::string const found = database.text_of("PRAGMA user_version"); found != std::to_string(format))
        throw InvalidInput({{file.string()},
                            "these results have format " + found,
                            "this version reads format " + std::to_string(format),
                            "use the version that wrote them, or choose another file"});
}

// Reads the whole file.
void require_undamaged(Database& database, fs::path const& file) {
    if (std::string const found = database.text_of("PRAGMA quick_check(1)"); found != "ok")
        throw InvalidInput({{file.string()},
                            "this file is damaged",
                            found,
                            "nothing was changed; restore a copy, or choose another file for the results"});
}

// What was written is on the disk.
void synchronise(fs::path const& path) {
    int const descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
}

fs::path beside(fs::path const& file, char const* ending) { return file.string() + ending; }

// The last steps of finishing, also for a run that was killed between them: the finished copy is complete and on the disk,
// and the log of the unfinished file must never meet it.
void take_place(fs::path const& file) {
    std::error_code failed;
    for (char const* ending : {"", "-wal", "-shm"}) fs::remove(beside(file, ending), failed);
    fs::rename(beside(file, ".finished"), file, failed);
    if (failed)
        throw InvalidInput({{file.string()},
                            "these results cannot be given their name",
                            failed.message(),
                            "they are complete, in " + beside(file, ".finished").string()});
    synchronise(file.has_parent_path() ? file.parent_path() : fs::path("."));
}

}  // namespace

struct Store::Implementation {
    fs::path file;
    StudyLayout layout;
    std::optional<WriteLock> lock;  // none where the study is finished: that is only read
    std::optional<Database> database;
    std::optional<BlockTables> tables;

    Implementation(fs::path const& path, StudyLayout study, Provenance const& provenance) : file(path), layout(std::move(study)) {
        if (!open_finished(provenance)) open_for_writing(provenance);
        tables.emplace(*database, layout);
    }

    bool open_finished(Provenance const& provenance) {
        std::error_code missing;
        if (fs::file_size(file, missing) == 0 || missing) return false;
        database.emplace(file, Database::Access::read);
        if (is_empty(*database)) return false;
        require_same_study(provenance);
        require_undamaged(*database, file);
        return database->text_of("SELECT count(*) FROM (SELECT 1 FROM weekly_band LIMIT 1)") == "1";
    }

    void open_for_writing(Provenance const& provenance) {
        database.reset();
        lock.emplace(file);
        if (!fs::exists(file) && fs::exists(beside(file, ".finished"))) {
            take_place(file);
            lock.reset();
            database.emplace(file, Database::Access::read);
        } else {
            database.emplace(file, Database::Access::create);
            // Commits reach the write-ahead log at once and the disk when the system sees fit: a killed program loses nothing.
            // A file that is only being made has nothing to lose.
            database->execute(
                "PRAGMA page_size = 16384; PRAGMA cache_size = -65536; PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4096");
            if (is_empty(*database)) make(provenance);
            database->execute("PRAGMA synchronous = NORMAL");
        }
        require_same_study(provenance);
    }

    void require_same_study(Provenance const& provenance) {
        require_results(*database, file);
        auto problems = differences(file, read_facts(*database), identity(layout, provenance));
        if (!problems.empty()) throw InvalidInput(std::move(problems));
    }

    void make(Provenance const& provenance) {
        Facts facts = identity(layout, provenance);
        facts["compiler"] = provenance.compiler, facts["command_line"] = provenance.command_line;
        facts["scenario_hash"] = provenance.scenario_hash, facts["started"] = provenance.started;
        database->transaction([&] {
            make_tables("main");
            Statement write_fact(*database, "INSERT INTO provenance (key, value) VALUES (?, ?)");
            for (auto const& [key, value] : facts) write_fact.run(std::string_view(key), std::string_view(value));
            Statement write_outcome(*database, "INSERT INTO outcome VALUES (?, ?, ?, ?)");
            for (std::size_t k = 0; k < layout.outcomes.size(); ++k)
                write_outcome.run(std::int64_t(k), layout.outcomes[k]->plugin.key, layout.outcomes[k]->label,
                                  name_of(layout.outcomes[k]->unit));
        });
    }

    void make_tables(std::string const& schema) {
        database->execute("PRAGMA " + schema + ".application_id = " + std::to_string(application));
        database->execute("PRAGMA " + schema + ".user_version = " + std::to_string(format));
        create_tables(*database, schema, layout);
    }

    void write_bands(std::string const& schema) {
        Statement write_band(*database, "INSERT INTO " + schema + ".weekly_band VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (std::size_t outcome = 0; outcome < layout.outcomes.size(); ++outcome) {
            std::vector<std::vector<Worlds>> blocks;
            for (std::uint32_t block = 0; block < layout.blocks; ++block) blocks.push_back(tables->weekly(block, outcome));
            std::vector<std::span<Worlds const>> const views(blocks.begin(), blocks.end());
            WeeklyBand const band = weekly_band(views);
            for (std::size_t week = 0; week < band.mean.size(); ++week)
                write_band.run(std::int64_t(outcome * band.mean.size() + week), layout.outcomes[outcome]->plugin.key,
                               std::int64_t(week), double(band.mean[week]), double(band.q05[week]), double(band.q25[week]),
                               double(band.median[week]), double(band.q75[week]), double(band.q95[week]));
        }
    }

    // Copies the study into a new file in the order of tables and rows, so that its bytes do not tell in which order blocks
    // came; adds what follows from all of them.
    void write_finished_copy() {
        fs::path const copy = beside(file, ".copy");
        std::error_code missing;
        fs::remove(copy, missing);
        Statement(*database, "ATTACH ? AS finished").run(std::string_view(copy.native()));
        // Of use only when complete: until then it needs neither a log nor the disk.
        database->execute(
            "PRAGMA finished.page_size = 16384; PRAGMA finished.journal_mode = OFF; PRAGMA finished.synchronous = OFF");
        database->transaction([&] {
            make_tables("finished");
            copy_tables(*database, "finished");
            database->execute("DELETE FROM finished.provenance WHERE key = 'started'");
            write_bands("finished");
        });
        database->execute("DETACH finished");
        synchronise(copy);
        fs::rename(copy, beside(file, ".finished"));
    }

    void finish() {
        write_finished_copy();
        tables.reset();
        database->leave_log();
        database.reset();
        take_place(file);
        lock.reset();
        database.emplace(file, Database::Access::read);
        tables.emplace(*database, layout);
    }
};

Store::Store(fs::path const& file, StudyLayout layout, Provenance const& provenance)
    : implementation_(std::make_unique<Implementation>(file, std::move(layout), provenance)) {}
Store::~Store() = default;

std::vector<bool> Store::done() const { return implementation_->tables->done(); }

BlockResult Store::load(std::uint32_t block) const { return implementation_->tables->load(block); }

void Store::write(BlockResult const& result) {
    if (!implementation_->lock) throw std::logic_error("a finished study takes no more blocks");
    implementation_->database->transaction([&] { implementation_->tables->write(result); });
}

void Store::finish() {
    if (!implementation_->lock) return;
    std::vector<bool> const there = done();
    if (std::ranges::find(there, false) != there.end()) throw std::logic_error("a study is finished when every block is there");
    implementation_->finish();
}

Provenance read_provenance(fs::path const& file) {
    Database database(file, Database::Access::read);
    require_results(database, file);
    Facts facts = read_facts(database);
    return {facts["version"],
            facts["compiler"],
            facts["command_line"],
            facts["scenario"],
            facts["scenario_hash"],
            facts["started"],
            std::uint64_t(std::stoull(facts["seed"]))};
}

}  // namespace micropol
