#pragma once
// Ties without headings, as network programs write them: two people on a line, and perhaps a number.

#include <optional>

#include "organisation/people_index.h"
#include "organisation/table.h"

namespace micropol {

// The same with headings, where the first line names two people as the others do; between blanks where nothing else parts a line.
[[nodiscard]] std::optional<RowTable> with_headings(RowTable const& table, PeopleIndex const& index,
                                                    std::vector<Phrase>& remarks);

}  // namespace micropol
