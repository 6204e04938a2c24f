#pragma once
// The best bundle that the program's own search finds, against everything for everyone.

#include "evidence/experiment.h"

namespace micropol::evidence {

struct BestBundle {
    Estimate everything_against_it;  // substantive adoption in the last week, every lever at full strength minus the bundle
    double share_of_intensity =
        0;  // of all levers at full strength throughout; whom a lever is for is not looked at: at most that
};

// The search of `compare --optimise` in the flagship: by substantive adoption, with the usual effort, bundles of any size. It may
// breed from doing nothing and from everything, and the final is lived through on the histories of the study.
[[nodiscard]] BestBundle search_best_bundle(Study const& study);

}  // namespace micropol::evidence
