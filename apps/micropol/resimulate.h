#pragma once
// Who changes a file of results can make new checksums for it; nobody can make new numbers that the model would come to.

#include "store/stored_study.h"

namespace micropol::app {

// Simulates so many of the blocks again, chosen by chance, or all if there are fewer. Returns what came out otherwise; throws
// InvalidInput where the file is damaged, or this program or the files at hand are not those that it was made with.
[[nodiscard]] std::vector<Problem> simulated_otherwise(StoredStudy const& study, std::size_t blocks, int threads);

}  // namespace micropol::app
