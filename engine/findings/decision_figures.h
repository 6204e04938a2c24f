#pragma once
// What is drawn of a decision.

#include <optional>

#include "findings/decision_parts.h"

namespace micropol {

// How far each strategy falls short of the best, block by block: the share of blocks below each regret.
[[nodiscard]] QuantilesFigure regret_curves(Answer const& answer);

// Blocks by the two assumptions that decide most, and the boxes in which a strategy is best, where they bound either.
struct DecisiveTwo {
    RegionsFigure figure;
    std::size_t across = 0, up = 0;  // numbers
};
// Nothing with fewer than two numbers, or where no assumption is clearly worth knowing and no box was found.
[[nodiscard]] std::optional<DecisiveTwo> decisive_two(Decision const& decision, Answer const& answer);

// What is worth knowing beside what explains the result. rows: so many of them.
[[nodiscard]] PairsFigure worth_beside_moves(Decision const& decision, Answer const& answer, std::size_t rows);

// A signpost's observable under the strategy that is best on average: its mean over the blocks in which that one will have been best,
// and over those in which the one to switch to will have been.
[[nodiscard]] LinesFigure signpost_over_time(Decision const& decision, Answer const& answer, Signpost const& signpost);

}  // namespace micropol
