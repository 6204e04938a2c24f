#pragma once
// What could have been seen while the blocks of a comparison ran, where it was kept week by week.

#include "store/stored_study.h"
#include "study/decide/undecided.h"

namespace micropol {

// Of the first so many blocks of each strategy. Nothing where the study keeps the last week alone.
[[nodiscard]] std::optional<SeenWeeks> seen_weeks_in(StoredStudy const& study, std::size_t blocks);

}  // namespace micropol
