#pragma once
// What the outcome depends on most.

#include <string>
#include <vector>

#include "study/finished.h"

namespace micropol {

// How strongly an uncertain number goes with success: Spearman's rank correlation over blocks.
struct Influence {
    std::string path;
    std::string with;  // key of the outcome: "success" or "substantive"
    double correlation = 0;
    double low = 0, high = 0;  // Fisher's z; 95 % for all the numbers together (Bonferroni)
};

// With the share of successful histories or, where that is the same in every block, with substantive adoption at the
// horizon. Strongest first; at most five, only where the interval excludes 0.
[[nodiscard]] std::vector<Influence> influences(Finished const& finished);

}  // namespace micropol
