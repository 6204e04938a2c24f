#pragma once
// What a company has seen of itself, in words.

#include <span>

#include "findings/common.h"
#include "observation/evidence.h"

namespace micropol {

[[nodiscard]] Message seen_label(Seen seen);
[[nodiscard]] Phrase week_of(int week);

// "log-ins, Sales, week 12"
[[nodiscard]] Phrase name_of_cell(Evidence const& evidence, std::size_t cell);
// "log-ins, Sales, from week 12 on"; not empty: what was seen of one kind, as evidence_patterns groups it.
[[nodiscard]] Phrase name_of_pattern(Evidence const& evidence, std::span<std::size_t const> cells);

}  // namespace micropol
