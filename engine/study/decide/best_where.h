#pragma once
// Under which assumptions a strategy is the best of all: a box, by PRIM (statistics/prim.h), that also holds in blocks which did not
// seek it.

#include <cstdint>
#include <span>

#include "study/decide/decision.h"

namespace micropol {

// is_best: [block], 0 or 1. Sought in every second block, with at most four numbers, at least twenty blocks inside and the strategy best
// in 95 % of these; nothing where there is none, or it is not the best in 90 % of those inside among the other blocks.
[[nodiscard]] std::optional<Region> region_where(std::span<std::uint8_t const> is_best, std::vector<DrawnNumber> const& drawn);

}  // namespace micropol
