#pragma once

#include <filesystem>

#include "store/read_results.h"

namespace micropol::app {

// Names of imported people for results that were made without them: the pseudonym of each, and the name. Read from the files that
// the scenario names, seen from the folder of the results, from here, or from where the scenario stood; they must hold what
// they held then. Empty where nothing is to be named. Throws InvalidInput where the files are not there, or are others now.
[[nodiscard]] NamesLater names_later(StudyRecord const& study, std::filesystem::path const& results);

}  // namespace micropol::app
