#include "store/store.h"

#include <algorithm>
#include <stdexcept>

#include "base/hash.h"
#include "store/block_tables.h"
#include "store/store_file.h"
#include "store/trace_tables.h"
#include "store/write_lock.h"
#include "study/run/weekly_band.h"

namespace micropol {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(fs::path const& file, std::string what, std::string why) {
    throw InvalidInput({{file.string()}, std::move(what), std::move(why), "choose another file for the results"});
}

constexpr std::int64_t most_changes = 1 << 16;

// What goes wrong once the study has begun is nobody's input.
void in_the_course_of_it(auto const& writing) {
    try {
        writing();
    } catch (InvalidInput const& failed) {
        throw std::runtime_error(failed.what());
    }
}

}  // namespace

struct Store::Implementation {
    fs::path file;
    StudyRecord record;
    std::optional<WriteLock> lock;  // none where the study is finished: that is only read
    std::optional<Database> database;
    std::optional<BlockTables> tables;
    std::map<std::uint64_t, KeptBlock> kept;
    std::vector<ReadyVariant> variants;

    Implementation(fs::path const& path, StudyRecord study) : file(path), record(std::move(study)) {
        if (!open_finished()) open_for_writing();
        start_reading();
    }

    // A commit writes whole pages: large ones suit blocks that are kept whole, small ones those of which little is kept.
    std::string page_size() const { return record.retention == Retention::everything ? "16384" : "4096"; }

    void start_reading() {
        tables.emplace(*database, record);
        kept = tables->kept();
    }

    bool open_finished() {
        std::error_code missing;
        if (fs::file_size(file, missing) == 0 || missing || is_half_made(file)) return false;
        database.emplace(file, Database::Access::read);
        if (is_empty(*database)) return false;
        require_same_study();
        require_undamaged(*database, file);
        return is_finished(read_facts(*database));
    }

    void open_for_writing() {
        database.reset();
        lock.emplace(file);
        if (!fs::exists(file) && fs::exists(finished_copy_of(file))) {
            take_place(file);
            lock.reset();
            database.emplace(file, Database::Access::read);
        } else {
            database.emplace(file, Database::Access::create);
            if (!is_empty(*database)) require_results(*database, file);
            // Commits reach the write-ahead log at once and the disk when the system sees fit: a killed program loses nothing.
            // A file that is only being made has nothing to lose.
            database->execute("PRAGMA page_size = " + page_size() +
                              "; PRAGMA cache_size = -65536; PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL; PRAGMA "
                              "wal_autocheckpoint = 4096");
            if (is_empty(*database)) make();
            database->execute("PRAGMA synchronous = NORMAL");
        }
        require_same_study();
    }

    void require_same_study() {
        require_results(*database, file);
        auto problems = differences(file.string(), read_facts(*database), facts_of(record));
        if (!problems.empty()) throw InvalidInput(std::move(problems));
    }

    void make() {
        database->transaction([&] {
            mark_as_results(*database, "main");
            create_tables(*database, "main", record.facts);
            write_facts(*database, "main", facts_of(record));
            Statement write_outcome(*database, "INSERT INTO outcome VALUES (?, ?, ?, ?)");
            auto const& outcomes = record.facts.outcomes;
            for (std::size_t k = 0; k < outcomes.size(); ++k)
                write_outcome.run(std::int64_t(k), outcomes[k]->plugin.key, outcomes[k]->label, name_of(outcomes[k]->unit));
        });
    }

    void add(std::uint32_t number, ReadyVariant const& ready) {
        variants.resize(std::max(variants.size(), std::size_t(number) + 1));
        variants[number] = ready;
        std::string const hash = in_hexadecimal(ready.scenario);
        Statement look(*database, "SELECT scenario_hash FROM variant WHERE number = ?");
        look.start(std::int64_t(number));
        if (look.next_row()) {
            if (look.text(0) != hash)
                refuse(file, "this file holds another variant " + ready.variant.name, look.text(0) + " there, " + hash + " here");
            return;
        }
        look.reset();
        if (!lock) throw std::logic_error("a finished study takes no more variants");
        database->transaction([&] {
            Statement(*database, "INSERT INTO variant VALUES (?, ?, ?, ?, ?)")
                .run(std::int64_t(number), std::string_view(ready.variant.name), std::string_view(ready.variant.strategy),
                     std::string_view(ready.variant.meaning), std::string_view(hash));
            Statement change(*database, "INSERT INTO change VALUES (?, ?, ?, ?)");
            for (std::size_t k = 0; k < ready.variant.changes.size(); ++k)
                change.run(std::int64_t(number) * most_changes + std::int64_t(k), std::int64_t(number),
                           std::string_view(ready.variant.changes[k].path), std::string_view(ready.variant.changes[k].value));
        });
    }

    // Everything that decides a block.
    std::string key_of(Task const& task) const {
        Hash hash;
        hash.add(record.provenance.version)
            .add(record.provenance.inputs)
            .add(variants.at(task.variant).scenario)
            .add(std::uint64_t(task.block));
        return in_hexadecimal(hash.value());
    }

    bool has(std::uint64_t unit, Task const& task) const {
        auto const found = kept.find(unit);
        if (found == kept.end()) return false;
        if (found->second.key != key_of(task))
            refuse(file, "block " + std::to_string(unit) + " of this file belongs to another study", "its key differs");
        return true;
    }

    void write(std::uint64_t unit, Task const& task, BlockResult const& result) {
        if (!lock) throw std::logic_error("a finished study takes no more blocks");
        std::string const key = key_of(task);
        database->transaction([&] { tables->write(unit, task, key, variants[task.variant].uncertain, result); });
        kept[unit] = {task, key, checksum_of(result)};
    }

    // Variants and blocks that both have are the same, to the bit.
    void require_agreement(fs::path const& part) {
        if (database->text_of("SELECT mine.name FROM main.variant mine JOIN part.variant its USING (number) WHERE "
                              "mine.scenario_hash != its.scenario_hash LIMIT 1") != "")
            refuse(part, "this file holds other variants of the scenario", "their hashes differ");
        Statement query(*database,
                        "SELECT mine.unit FROM main.block mine JOIN part.block its USING (unit) WHERE mine.key != its.key OR "
                        "mine.state_hash != its.state_hash OR mine.checksum != its.checksum ORDER BY unit LIMIT 1");
        query.start();
        if (query.next_row())
            throw InvalidInput({{part.string()},
                                "block " + query.text(0) + " differs from the one in the other files",
                                "the same study gives the same bytes everywhere, so one of them is damaged",
                                "micropol results check FILE tells which"});
    }

    void take(fs::path const& part) {
        {
            Database its(part, Database::Access::read);
            require_results(its, part);
            auto problems = differences(part.string(), read_facts(its), facts_of(record));
            if (!problems.empty()) throw InvalidInput(std::move(problems));
            require_undamaged(its, part);
        }
        if (!lock) throw std::logic_error("a finished study takes no more blocks");
        Statement(*database, "ATTACH ? AS part").run(std::string_view(part.native()));
        try {
            require_agreement(part);
            database->transaction([&] {
                for (std::string const& table : table_names())
                    if (table != "provenance" && table != "outcome" && table != "weekly_band")
                        copy_table(*database, table, "part", "main");
            });
        } catch (...) {
            database->execute("DETACH part");
            throw;
        }
        database->execute("DETACH part");
        kept = tables->kept();
    }

    void write_bands(std::string const& schema, std::uint64_t units) {
        Statement write_band(*database, "INSERT INTO " + schema + ".weekly_band VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        auto const& outcomes = record.facts.outcomes;
        for (std::size_t outcome = 0; outcome < outcomes.size(); ++outcome) {
            std::vector<std::vector<Worlds>> blocks;
            for (std::uint64_t unit = 0; unit < units; ++unit) blocks.push_back(tables->weekly(unit, outcome));
            std::vector<std::span<Worlds const>> const views(blocks.begin(), blocks.end());
            WeeklyBand const band = weekly_band(views);
            for (std::size_t week = 0; week < band.mean.size(); ++week)
                write_band.run(std::int64_t(outcome * band.mean.size() + week), outcomes[outcome]->plugin.key, std::int64_t(week),
                               double(band.mean[week]), double(band.q05[week]), double(band.q25[week]), double(band.median[week]),
                               double(band.q75[week]), double(band.q95[week]));
        }
    }

    // What the file says of itself once it does not matter any more when and where it was written.
    Facts finished_facts(std::uint64_t units) {
        Facts facts = read_facts(*database);
        facts.erase("started"), facts.erase("shard"), facts.erase("planned");
        facts["units"] = std::to_string(units);
        return facts;
    }

    // Copies the study into a new file in the order of tables and rows, so that its bytes do not tell in which order blocks
    // came; adds what follows from all of them.
    void write_finished_copy(std::uint64_t units, Findings const& findings) {
        fs::path const copy = copy_of(file);
        std::error_code missing;
        fs::remove(copy, missing);
        Statement(*database, "ATTACH ? AS finished").run(std::string_view(copy.native()));
        // Of use only when complete: until then it needs neither a log nor the disk.
        database->execute("PRAGMA finished.page_size = " + page_size() +
                          "; PRAGMA finished.journal_mode = OFF; PRAGMA finished.synchronous = OFF");
        database->transaction([&] {
            mark_as_results(*database, "finished");
            create_tables(*database, "finished", record.facts);
            write_facts(*database, "finished", finished_facts(units));
            for (std::string const& table : table_names())
                if (table != "provenance") copy_table(*database, table, "main", "finished");
            if (record.retention == Retention::everything) write_bands("finished", units);
            Statement write_document(*database, "INSERT INTO finished.document VALUES (?, ?, ?)");
            for (std::size_t k = 0; k < findings.documents.size(); ++k)
                write_document.run(std::int64_t(k), std::string_view(findings.documents[k].format),
                                   std::string_view(findings.documents[k].content));
            if (findings.told) write_trace(*database, "finished", *findings.told);
        });
        database->execute("DETACH finished");
        complete_copy(file);
    }

    void finish(std::uint64_t units, Findings const& findings) {
        write_finished_copy(units, findings);
        tables.reset();
        database->leave_log();
        database.reset();
        take_place(file);
        lock.reset();
        database.emplace(file, Database::Access::read);
        start_reading();
    }
};

Store::Store(fs::path const& file, StudyRecord record)
    : implementation_(std::make_unique<Implementation>(file, std::move(record))) {}
Store::~Store() = default;

void Store::add(std::uint32_t number, ReadyVariant const& variant) { implementation_->add(number, variant); }
bool Store::has(std::uint64_t unit, Task const& task) const { return implementation_->has(unit, task); }
BlockResult Store::load(std::uint64_t unit) const { return implementation_->tables->load(unit); }
void Store::write(std::uint64_t unit, Task const& task, BlockResult const& result) {
    in_the_course_of_it([&] { implementation_->write(unit, task, result); });
}
void Store::take(fs::path const& part) { implementation_->take(part); }
std::uint64_t Store::blocks() const { return implementation_->kept.size(); }

void Store::finish(std::uint64_t units, Findings const& findings) {
    if (!implementation_->lock) return;
    auto const& kept = implementation_->kept;
    if (kept.size() != units || (units > 0 && kept.rbegin()->first != units - 1))
        throw std::logic_error("a study is finished when every block is there");
    in_the_course_of_it([&] { implementation_->finish(units, findings); });
}

}  // namespace micropol
