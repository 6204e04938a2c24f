#pragma once
// The decision before and after the evidence: the same strategies compared under what was believed, and under what is left of it.

#include "findings/common.h"
#include "study/compare/comparison.h"

namespace micropol {

// Whether both compare the same strategies, from the same week on, by the same criterion.
[[nodiscard]] bool are_comparable(Comparison const& before, Comparison const& after);

// "The evidence changes the choice: before it compensation was best, now bundle is, in 62 % of histories."
[[nodiscard]] Phrase verdict_on(Comparison const& before, Comparison const& after);

// Of comparisons that are comparable.
[[nodiscard]] Section before_after_section(Comparison const& before, Comparison const& after);

}  // namespace micropol
