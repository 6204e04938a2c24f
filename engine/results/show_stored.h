#pragma once
// What a file of results says, shown as the command that made it showed it.

#include <optional>
#include <string>

#include "results/show.h"
#include "results/stored_study.h"

namespace micropol {

// Another look at the same blocks.
struct StoredView {
    std::optional<std::string> by;  // key of an outcome
    bool less_is_better = false;
    bool show_names = false;  // of imported people
};

// Throws InvalidInput without a finished block, or for an outcome that was not recorded.
[[nodiscard]] std::string show(StoredStudy const& study, Format format, ShowOptions const& options, StoredView const& view = {});

}  // namespace micropol
