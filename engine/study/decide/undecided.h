#pragma once
// Strategies side by side, and what was not known while they were simulated.

#include <optional>
#include <vector>

#include "study/compare/comparison.h"
#include "study/drawn_number.h"

namespace micropol {

// What could have been seen while the blocks ran. A company lives through one history: the first of each block stands for it.
struct SeenWeeks {
    std::vector<OutcomeKind const*> observables;  // those that were recorded, in the order of observable_outcomes
    std::vector<std::vector<std::vector<std::vector<float>>>> values;  // [strategy][observable][block][week]
    std::vector<std::vector<std::vector<Sample>>> means;  // [strategy][signpost week][outcome][block] over the histories

    // At the end of the first week of doing nothing: [survey item][block] the mean over people, not a number where it was not
    // recorded; attitude is the one that is voiced, with its standard deviation over people.
    std::vector<Sample> item_mean;
    Sample voiced_spread;
    // Of doing nothing, [block][week * departments + department]: people, and the share of them who use the tool, mean over histories.
    std::size_t departments = 0;
    std::vector<std::vector<float>> people, users;
};
inline constexpr std::string_view observable_outcomes[] = {"reported_adoption", "symbolic", "lead_followup", "quits",
                                                           "voiced_attitude",   "stopped"};
inline constexpr int signpost_weeks[] = {8, 13, 26};

// What to decide on. Of a sweep, every point counts as a block.
struct Undecided {
    std::vector<Contender> contenders;  // the first is what the others are held against: doing nothing, where that is among them
    std::vector<DrawnNumber> drawn;
    bool swept = false;
    std::optional<SeenWeeks> seen = {};  // of what was kept week by week
};

}  // namespace micropol
