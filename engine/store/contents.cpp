#include "store/contents.h"

#include <algorithm>
#include <set>

#include "store/checksums.h"
#include "store/store_file.h"

namespace micropol {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t max_variants = 10'000'000;

// Tables that are small, and needed to read the others.
constexpr std::string_view read_first[] = {"provenance", "outcome", "variant", "change"};

class Reader {
  public:
    Reader(Database& database, fs::path const& file) : database_(database), file_(file) {}

    Contents read() {
        require_results(database_, file_);
        require_tables(database_, file_);
        read_checksums();
        Contents contents;
        require_checksum("provenance", {});
        contents.facts = read_facts(database_, file_);
        contents.record = record_of(contents.facts, file_.string());
        StudyFacts const& facts = contents.record.facts;
        require_tables(database_, file_, &facts);
        for (std::string_view const table : read_first) require_checksum(table, facts);
        read_variants(contents);
        read_blocks(contents);
        if (contents.finished()) {
            require_every_block(contents);
            if (seal_of(database_, "main") != checksums_[std::string(seal_name)])
                throw InvalidInput(damage(file_, "its parts are not those of one finished study"));
        }
        return contents;
    }

    std::vector<Problem> damages(Contents const& contents, std::size_t most) {
        std::vector<Problem> problems;
        // What stops one look at the file does not stop the next.
        auto const look = [&](auto const& at_something) {
            if (problems.size() >= most) return;
            try {
                at_something();
            } catch (InvalidInput const& damaged) {
                problems.insert(problems.end(), damaged.problems().begin(), damaged.problems().end());
            }
        };
        StudyFacts const& facts = contents.record.facts;
        look([&] { read_checksums(); });
        for (std::string_view const table : study_tables)
            if (std::ranges::find(read_first, table) == std::end(read_first)) look([&] { require_checksum(table, facts); });
        BlockTables tables(database_, file_, contents.record);
        for (auto const& [unit, kept] : contents.blocks)
            look([&, unit = unit, &kept = kept] { tables.require_undamaged(unit, kept); });
        if (!problems.empty()) return problems;
        for (std::size_t k = 0; k < std::size(unit_tables); ++k)
            look([&] { require_number_of_rows(unit_tables[k], tables.checksums().rows()[k]); });
        return problems;
    }

  private:
    void read_checksums() {
        checksums_.clear();
        Statement query(database_, "SELECT row, name, value FROM checksum ORDER BY row");
        query.start();
        for (std::int64_t row = 1; query.next_row(); ++row) {
            bool const known = query.text(1) == seal_name ||
                               std::ranges::find(study_tables, query.text(1)) != std::end(study_tables);
            if (!known || query.integer(0) != row || !checksums_.emplace(query.text(1), query.text(2)).second)
                throw InvalidInput(damage(file_, place_in("checksum"), "a row that has no business there"));
        }
    }

    void require_checksum(std::string_view table, StudyFacts const& facts) {
        std::string const key(table);
        if (checksum_of_table(database_, file_, "main", key, facts) != checksums_[key])
            throw InvalidInput(damage(file_, place_in(table), "its rows do not fit their checksum"));
    }

    void require_number_of_rows(std::string_view table, std::int64_t rows) {
        std::string const found = database_.text_of("SELECT count(*) FROM " + std::string(table));
        if (found != std::to_string(rows))
            throw InvalidInput(
                damage(file_, place_in(table),
                       Message("it has {0} rows, and {1} that belong to something", {name(found), name(std::to_string(rows))})));
    }

    void read_variants(Contents& contents) {
        Statement query(database_, "SELECT number, name, strategy, meaning, scenario_hash FROM variant ORDER BY number");
        query.start();
        while (query.next_row()) {
            if (query.integer(0) != std::int64_t(contents.variants.size()) || contents.variants.size() >= max_variants)
                throw InvalidInput(damage(file_, place_in("variant"), "variants are not numbered as they should be"));
            contents.variants.push_back({query.text(1), query.text(2), {}, query.text(3)});
            contents.scenario_hashes.push_back(query.text(4));
        }
        Statement changes(database_, "SELECT row, variant, path, value FROM change ORDER BY row");
        changes.start();
        while (changes.next_row()) {
            std::int64_t const row = changes.integer(0), variant = changes.integer(1);
            if (variant < 0 || variant >= std::int64_t(contents.variants.size()) || row / rows_per_variant != variant)
                throw InvalidInput(damage(file_, row_of(place_in("change"), row), "there is no such variant"));
            contents.variants[std::size_t(variant)].changes.emplace_back(Override{changes.text(2), changes.text(3)});
        }
    }

    void read_blocks(Contents& contents) {
        BlockTables tables(database_, file_, contents.record);
        contents.blocks = tables.kept();
        std::string const& kind = contents.record.kind;
        bool const each_once = kind == "run" || kind == "compare" || kind == "sweep";  // a search may ask again
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        for (auto const& [unit, kept] : contents.blocks) {
            bool const known = kept.task.variant < contents.variants.size();
            if (unit >= max_units || !known || (each_once && !seen.emplace(kept.task.variant, kept.task.block).second))
                throw InvalidInput(damage(file_, row_of(place_in("block"), std::int64_t(unit)),
                                          known ? "another row has the same block" : "there is no such variant"));
        }
    }

    void require_every_block(Contents const& contents) const {
        std::uint64_t const units = units_of(contents.facts, file_.string());
        std::size_t const there = contents.blocks.size();
        if (there != units)
            throw InvalidInput(
                damage(file_, place_in("block"),
                       Message("it has {0} of {1} blocks", {name(std::to_string(there)), name(std::to_string(units))})));
        if (units > 0 && contents.blocks.rbegin()->first != units - 1)
            throw InvalidInput(damage(file_, place_in("block"), "blocks are not numbered as they should be"));
    }

    Database& database_;
    fs::path file_;
    std::map<std::string, std::string> checksums_;
};

}  // namespace

Contents read_contents(Database& database, fs::path const& file) { return Reader(database, file).read(); }

std::vector<Problem> damages_in(Database& database, fs::path const& file, Contents const& contents, std::size_t most) {
    return Reader(database, file).damages(contents, most);
}

}  // namespace micropol
