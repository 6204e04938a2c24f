#pragma once
// Evidence that lies in the folder of another file: found by what the files say, so that none is left unread in silence.

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/message.h"

namespace micropol {

struct EvidenceBeside {
    std::vector<std::string> files;  // tables of evidence, by name
    struct Alike {
        std::string file;
        Phrase why_not;
    };
    std::vector<Alike> alike;  // look like evidence, and are none that can be read
};

// In that folder itself. A table with weeks and a column that only evidence has is evidence, whatever else is wrong with it; what is
// only called like it, or counts log-ins without weeks, is alike. Of each file no more than its beginning is read. Throws InvalidInput
// for a folder with too many files to look at.
[[nodiscard]] EvidenceBeside evidence_beside(std::filesystem::path const& folder, std::span<std::filesystem::path const> others);

inline constexpr std::size_t most_files_beside = 10'000;

}  // namespace micropol
