#pragma once
// What a file of results says, shown as the command that made it showed it.

#include <string>

#include "results/show.h"
#include "store/read_results.h"

namespace micropol {

[[nodiscard]] std::string show(StoredStudy const& study, Format format, ShowOptions const& options, ResultsView const& view = {});

}  // namespace micropol
