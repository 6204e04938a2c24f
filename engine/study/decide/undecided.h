#pragma once
// Strategies side by side, and what was not known while they were simulated.

#include <vector>

#include "study/compare/comparison.h"
#include "study/drawn_number.h"

namespace micropol {

// What to decide on. Of a sweep, every point counts as a block.
struct Undecided {
    std::vector<Contender> contenders;  // the first is what the others are held against: doing nothing, where that is among them
    std::vector<DrawnNumber> drawn;
    bool swept = false;
};

}  // namespace micropol
