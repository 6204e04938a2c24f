#pragma once
// Which answers make two people choose differently.

#include <optional>
#include <vector>

#include "study/workshop/believed_blocks.h"

namespace micropol {

// Of two sides, and the positions of what they choose.
struct Opposed {
    std::vector<std::size_t> one, other;  // participants
    Beliefs ones, others;
    std::size_t ones_choice = 0, others_choice = 0;  // strategies
};

// [pair] Nothing: it was stopped. names: [strategy].
[[nodiscard]] std::optional<std::vector<Disagreement>> take_apart(std::vector<Opposed> const& pairs,
                                                                  std::vector<std::string> const& names, BelievedBlocks& blocks,
                                                                  WorkshopPlan const& plan, std::uint64_t seed, Unit unit);

}  // namespace micropol
