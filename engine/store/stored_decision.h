#pragma once
// A decision from the comparison in a file of results.

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

// Whether the transformation takes root and value minus cost, side by side. place: of what is decided on, for complaints.
[[nodiscard]] std::vector<DecisionQuestion> usual_questions(StudyFacts const& facts, Place const& place);
// Throws InvalidInput if no number was drawn, or there are too few blocks.
[[nodiscard]] Decision decision_of(StudyFacts const& facts, std::vector<Contender> const& contenders,
                                   std::vector<DrawnNumber> drawn, std::vector<DecisionQuestion> const& questions,
                                   Place const& place);

// Throws InvalidInput if the file holds no comparison, no number that was drawn, too few blocks, or not that outcome.
[[nodiscard]] Decision decision_in(StoredStudy const& study, DecisionPlan const& plan);

}  // namespace micropol
