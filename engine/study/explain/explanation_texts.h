#pragma once
// Sentences that the JSON of an explanation has beside its values, for those who read it as it is. They follow from the values, and
// are made where sentences are made: findings/explanation.h.

#include <functional>
#include <string>

#include "study/explain/explanation.h"

namespace micropol {

struct ExplanationTexts {
    std::function<std::string(Moment const&, StudyFacts const&)> moment;
    std::function<std::string(Relief const&, SmallestOffer const&)> offer;
    std::function<std::string(PivotalWeek const&, OutcomeKind const&)> week;
    std::function<std::string(CauseName const&)> cause;
    std::function<std::string(Target const&)> whom;  // "Sales, losers"; "" for everyone
};

}  // namespace micropol
