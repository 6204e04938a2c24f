#pragma once
// Estimates where there may be one block alone. Histories of one organisation and one set of assumptions are independent given
// these: there the history is the unit of observation, and what is found holds for that organisation.

#include <span>

#include "statistics/estimate.h"

namespace micropol {

// values: [block * 16 + history]; of a share, 0 or 1 each.
[[nodiscard]] Estimate share_of(std::span<double const> values);
[[nodiscard]] Estimate level_of(std::span<double const> values, Ends ends);
// otherwise − as_it_was, paired by history; both [block * 16 + history]. ends: of both.
[[nodiscard]] Estimate change_from(std::span<double const> as_it_was, std::span<double const> otherwise, Ends ends);

}  // namespace micropol
