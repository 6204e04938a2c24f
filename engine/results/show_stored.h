#pragma once
// What a file of results says, shown as the command that made it showed it.

#include <optional>
#include <string>

#include "results/show.h"
#include "store/stored_study.h"

namespace micropol {

// Another look at the same blocks.
struct StoredView {
    std::optional<std::string> by;  // key of an outcome
    bool less_is_better = false;
    bool show_names = false;                         // of imported people
    std::optional<std::size_t> smallest_group = {};  // of imported people that is shown singly; as the file says without
};

// Throws InvalidInput without a finished block, for an outcome that was not recorded, and where the file names imported people and
// names are not to be shown, or the other way round.
// The same complaint about names, for whoever shows results.
void require_names_as_asked(std::string const& file, bool names_shown, bool show_names);

[[nodiscard]] std::string show(StoredStudy const& study, Format format, ShowOptions const& options, StoredView const& view = {});

}  // namespace micropol
