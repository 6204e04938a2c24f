#include "store/store.h"

#include <algorithm>
#include <stdexcept>

#include "base/hash.h"
#include "store/store_file.h"
#include "store/stored_study.h"
#include "store/trace_tables.h"
#include "store/write_lock.h"
#include "study/run/weekly_band.h"

namespace micropol {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(fs::path const& file, Phrase what, Phrase why) {
    throw InvalidInput({{file.string()}, std::move(what), std::move(why), "choose another file for the results"});
}

// What goes wrong once the study has begun is nobody's input.
void in_the_course_of_it(auto const& writing) {
    try {
        writing();
    } catch (InvalidInput const& failed) {
        throw Failure(failed.problems().front());
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
    std::vector<std::string> scenario_hashes;  // [variant] of those in the file
    std::vector<ReadyVariant> variants;        // of those that have been added

    Implementation(fs::path const& path, StudyRecord study) : file(path), record(std::move(study)) {
        if (!open_finished()) open_for_writing();
        tables.emplace(*database, file, record);
    }

    // A commit writes whole pages: large ones suit blocks that are kept whole, small ones those of which little is kept.
    std::string page_size() const { return record.retention == Retention::everything ? "16384" : "4096"; }

    bool open_finished() {
        std::error_code missing;
        if (fs::file_size(file, missing) == 0 || missing || is_half_made(file)) return false;
        database.emplace(file, Database::Access::read);
        if (is_empty(*database)) return false;
        database->execute("BEGIN");
        Contents const contents = contents_of_this_study();
        if (!contents.finished()) return false;
        read(contents);
        return true;
    }

    void open_for_writing() {
        database.reset();
        lock.emplace(file);
        if (!fs::exists(file) && fs::exists(finished_copy_of(file))) take_place(file);
        if (open_finished()) {  // now
            lock.reset();
            return;
        }
        database.emplace(file, Database::Access::create);
        try {
            if (!is_empty(*database)) read(contents_of_this_study());
        } catch (...) {
            database->leave_log();
            throw;
        }
        // Commits reach the write-ahead log at once and the disk when the system sees fit: a killed program loses nothing.
        // A file that is only being made has nothing to lose.
        // A block is written once, row behind row: a cache of more than a few blocks is memory spent on what nobody reads again.
        database->execute("PRAGMA page_size = " + page_size() +
                          "; PRAGMA cache_size = -4096; PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL; PRAGMA "
                          "wal_autocheckpoint = 4096");
        if (is_empty(*database)) make();
        database->execute("PRAGMA synchronous = NORMAL");
    }

    Contents contents_of_this_study() {
        Contents contents = read_contents(*database, file);
        auto problems = differences(file.string(), contents.facts, facts_of(record));
        if (!problems.empty()) throw InvalidInput(std::move(problems));
        return contents;
    }

    // Looks through the whole file first: what is damaged is neither gone on with nor given back.
    void read(Contents const& contents) {
        auto problems = broken_structures(*database, file, 1);
        if (problems.empty()) problems = damages_in(*database, file, contents);
        if (!problems.empty()) throw InvalidInput(std::move(problems));
        kept = contents.blocks, scenario_hashes = contents.scenario_hashes;
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
            write_checksums(*database, file, "main", record.facts, false);
        });
    }

    void add(std::uint32_t number, ReadyVariant const& ready) {
        variants.resize(std::max(variants.size(), std::size_t(number) + 1));
        variants[number] = ready;
        std::string const hash = in_hexadecimal(ready.scenario);
        if (number < scenario_hashes.size()) {
            if (scenario_hashes[number] != hash)
                refuse(file, Message("this file holds another variant {0}", {name(ready.variant.name)}),
                       Message("{0} there, {1} here", {name(scenario_hashes[number]), name(hash)}));
            return;
        }
        if (!lock) throw std::logic_error("a finished study takes no more variants");
        if (number != scenario_hashes.size()) throw std::logic_error("variants are added in their order");
        database->transaction([&] { write_variant(number, ready.variant, hash); });
        scenario_hashes.push_back(hash);
    }

    void write_variant(std::int64_t number, Variant const& variant, std::string const& scenario_hash) {
        Statement write(*database, "INSERT INTO variant VALUES (?, ?, ?, ?, ?)"),
            write_change(*database, "INSERT INTO change VALUES (?, ?, ?, ?)");
        Hash variants_hash = checksum_so_far(*database, "variant"), changes_hash = checksum_so_far(*database, "change");
        auto const add = [](Statement& statement, Hash& hash, auto const&... values) {
            statement.run(values...);
            add_values(hash, values...);
        };
        add(write, variants_hash, number, std::string_view(variant.name), std::string_view(variant.strategy),
            std::string_view(variant.meaning), std::string_view(scenario_hash));
        for (std::size_t k = 0; k < variant.changes.size(); ++k) {
            Override const text = as_override(variant.changes[k]);
            add(write_change, changes_hash, number * rows_per_variant + std::int64_t(k), number, std::string_view(text.path),
                std::string_view(text.value));
        }
        set_checksum(*database, "variant", variants_hash);
        set_checksum(*database, "change", changes_hash);
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
            refuse(file, Message("block {0} of this file belongs to another study", {name(std::to_string(unit))}),
                   "its key differs");
        return true;
    }

    void write(std::uint64_t unit, Task const& task, BlockResult const& result) {
        if (!lock) throw std::logic_error("a finished study takes no more blocks");
        KeptBlock block{task, key_of(task), ""};
        database->transaction(
            [&] { block.checksum = tables->write(unit, task, block.key, variants[task.variant].uncertain, result); });
        kept[unit] = std::move(block);
    }

    // Variants and blocks that both have are the same, to the bit.
    void require_agreement(StoredStudy const& part) {
        std::string const its_file = part.file().string();
        for (std::size_t k = 0; k < std::min(scenario_hashes.size(), part.scenario_hashes().size()); ++k)
            if (scenario_hashes[k] != part.scenario_hashes()[k])
                refuse(part.file(), "this file holds other variants of the scenario", "their hashes differ");
        for (auto const& [unit, its] : part.blocks()) {
            auto const mine = kept.find(unit);
            if (mine == kept.end() || (mine->second.key == its.key && mine->second.checksum == its.checksum)) continue;
            throw InvalidInput({{its_file},
                                Message("block {0} differs from the one in the other files", {name(std::to_string(unit))}),
                                "the same study gives the same bytes everywhere, so one of them was changed",
                                "simulate one of them again"});
        }
    }

    void take(fs::path const& file_of_part) {
        StoredStudy const part(file_of_part);
        auto problems = differences(file_of_part.string(), facts_of(part.record()), facts_of(record));
        if (!problems.empty()) throw InvalidInput(std::move(problems));
        if (!lock) throw std::logic_error("a finished study takes no more blocks");
        require_agreement(part);
        database->transaction([&] {
            for (std::size_t k = scenario_hashes.size(); k < part.variants().size(); ++k)
                write_variant(std::int64_t(k), part.variants()[k], part.scenario_hashes()[k]);
            for (auto const& [unit, its] : part.blocks())
                if (!kept.contains(unit)) tables->write(unit, its.task, its.key, part.uncertain(unit), part.load(unit));
        });
        Contents const contents = read_contents(*database, file);
        kept = contents.blocks, scenario_hashes = contents.scenario_hashes;
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

    void write_departments(std::string const& schema) {
        std::map<std::uint32_t, DepartmentMeans> of_variants;
        for (auto const& [unit, block] : kept) of_variants[block.task.variant].add(tables->departments(unit));
        write_department_weeks(*database, schema, record.facts, of_variants);
    }

    // What the file says of itself once it does not matter any more when and where it was written.
    ProvenanceRows finished_facts(std::uint64_t units) {
        ProvenanceRows facts = read_facts(*database, file);
        facts.erase("started"), facts.erase("shard"), facts.erase("planned");
        facts["units"] = std::to_string(units);
        return facts;
    }

    // Copies the study into a new file in the order of tables and rows, so that its bytes do not tell in which order blocks
    // came; adds what follows from all of them.
    void write_finished_copy(std::uint64_t units, Conclusion const& conclusion) {
        fs::path const copy = copy_of(fs::absolute(file));
        std::error_code missing;
        fs::remove(copy, missing);
        Statement(*database, "ATTACH ? AS finished").run(std::string_view(copy.native()));
        // Of use only when complete: until then it needs neither a log nor the disk.
        database->execute("PRAGMA finished.page_size = " + page_size() +
                          "; PRAGMA finished.journal_mode = MEMORY; PRAGMA finished.synchronous = OFF");
        database->transaction([&] {
            mark_as_results(*database, "finished");
            create_tables(*database, "finished", record.facts);
            write_facts(*database, "finished", finished_facts(units));
            for (std::string const& table : table_names())
                if (table != "provenance" && table != "checksum") copy_table(*database, table, "main", "finished");
            if (record.retention == Retention::everything) write_bands("finished", units);
            if (keeps_departments(record.retention)) write_departments("finished");
            if (!conclusion.json.empty())
                Statement(*database, "INSERT INTO finished.document VALUES (0, 'json', ?)")
                    .run(std::string_view(conclusion.json));
            if (conclusion.told) write_trace(*database, "finished", *conclusion.told);
            write_checksums(*database, copy, "finished", record.facts, true);
        });
        database->execute("DETACH finished");
        complete_copy(file);
    }

    void finish(std::uint64_t units, Conclusion const& conclusion) {
        write_finished_copy(units, conclusion);
        tables.reset();
        database->leave_log();
        database.reset();
        take_place(file);
        lock.reset();
        database.emplace(file, Database::Access::read);
        tables.emplace(*database, file, record);
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

void Store::finish(std::uint64_t units, Conclusion const& conclusion) {
    if (!implementation_->lock) return;
    auto const& kept = implementation_->kept;
    if (kept.size() != units || (units > 0 && kept.rbegin()->first != units - 1))
        throw std::logic_error("a study is finished when every block is there");
    in_the_course_of_it([&] { implementation_->finish(units, conclusion); });
}

}  // namespace micropol
