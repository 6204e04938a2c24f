#pragma once
// What each number of the mechanisms moves at all: the ends of what is plausible of it, one against the other.

#include <filesystem>

namespace micropol::evidence {

// Prints a row for each number, those that move least first. histories: of each end in each situation; a minute for 32 on two cores.
void screen(std::filesystem::path const& scenarios, int histories, int threads);

}  // namespace micropol::evidence
