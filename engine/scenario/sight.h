#pragma once
// Where it matters what those who choose know of others: power, rank, reach and status are plain to see, what people feel and what
// they expect to win or lose is not.

#include "scenario/scenario.h"

namespace micropol {

[[nodiscard]] constexpr bool needs_sight(Who who, Top const& top) {
    bool const by_feeling = who != Who::all && who != Who::risen;
    return by_feeling || (top.number > 0 && top.by == Ranking::opposition);
}

// Chosen by what is true in private, which nobody sees: what comes of it is an upper bound.
[[nodiscard]] inline bool sees_all(Target const& target) {
    return target.sight == Sight::truth && needs_sight(target.who, target.top);
}

}  // namespace micropol
