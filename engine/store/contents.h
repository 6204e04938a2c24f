#pragma once
// What a file of results says it holds. Anybody may have changed the file: nothing is believed before it is checked.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "store/block_tables.h"
#include "store/study_record.h"

namespace micropol {

struct Contents {
    ProvenanceRows facts;
    StudyRecord record;
    std::vector<Variant> variants;
    std::vector<std::string> scenario_hashes;   // [variant]
    std::map<std::uint64_t, KeptBlock> blocks;  // by unit

    [[nodiscard]] bool finished() const { return is_finished(facts); }
};

// All but what stands in its blocks and in the tables that are filled in the end. Throws InvalidInput where it is none of this
// format, or damaged.
[[nodiscard]] Contents read_contents(Database& database, std::filesystem::path const& file);

// The rest, every row of it: what is damaged, and where; at most so many.
[[nodiscard]] std::vector<Problem> damages_in(Database& database, std::filesystem::path const& file, Contents const& contents,
                                              std::size_t most = 20);

}  // namespace micropol
