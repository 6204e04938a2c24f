#pragma once
// Strategies in a sweep, side by side at points that are a sample of what is not known.

#include "store/stored_study.h"
#include "study/decide/decision.h"

namespace micropol {

// What is not known are the factors, and the numbers that were drawn where a point counts with one block. Where all points share
// their blocks, each block counts with one of the points in turn: points of the same blocks are no independent observations.
// Throws InvalidInput where there is one strategy, or where strategies do not stand side by side.
[[nodiscard]] Undecided swept_strategies(StoredStudy const& study);

}  // namespace micropol
