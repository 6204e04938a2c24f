#pragma once
// A decision from the comparison or the sweep in a file of results.

#include <optional>
#include <string>

#include "store/stored_study.h"
#include "study/decide/decision.h"

namespace micropol {

struct DecisionPlan {
    std::optional<std::string> by = {};  // key of an outcome; without: whether it takes root and value minus cost, side by side
    bool less_is_better = false;
    std::optional<double> good_enough = {}, money_per = {};  // of `by`: DecisionQuestion
};

// assumptions: of its scenario, as far as they are at hand; they say which numbers the scenario gives. Throws InvalidInput if the file
// holds no strategies side by side, no number that was drawn, too few blocks, or not that outcome.
[[nodiscard]] Decision decision_in(StoredStudy const& study, DecisionPlan const& plan,
                                   std::vector<Assumption> const& assumptions = {});

}  // namespace micropol
