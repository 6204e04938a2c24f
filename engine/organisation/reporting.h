#pragma once
// Who reports to whom.

#include <cstdint>
#include <span>
#include <vector>

#include "base/random.h"

namespace micropol {

// [employee]: 0 without reports, else one more than the highest report (at most 255). manager: [employee] index or nobody.
// People in a circle of managers, and those above it, keep the level found so far; an import refuses circles.
[[nodiscard]] std::vector<std::uint8_t> levels_of(std::span<std::uint32_t const> manager);

// A department's people, `first` … `first + count - 1`, form a tree under the first of them: each manager in turn gets about
// `span` reports (varied by a quarter either way) until everyone has a manager. Writes manager[first + 1] and on.
void grow_tree(std::span<std::uint32_t> manager, std::uint32_t first, std::uint32_t count, double span, Stream& stream);

}  // namespace micropol
