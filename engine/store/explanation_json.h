#pragma once
// An explanation as JSON: the public document, as `micropol explain --format json` prints it, and the one that a file of results
// keeps, which has everything else besides.

#include <functional>
#include <string>

#include "base/json.h"
#include "study/explain/explanation.h"

namespace micropol {

// The document has sentences beside its values, for those who read it as it is. They follow from the values, and are made where
// sentences are made.
struct ExplanationTexts {
    std::function<std::string(Moment const&, StudyFacts const&)> moment;
    std::function<std::string(Relief const&, SmallestOffer const&)> offer;
    std::function<std::string(PivotalWeek const&, OutcomeKind const&)> week;
    std::function<std::string(CauseName const&)> cause;
    std::function<std::string(Target const&)> whom;  // "Sales, losers"; "" for everyone
};

[[nodiscard]] Json json_of(Explanation const& explanation, ExplanationTexts const& texts);
// The same, and under "typed" whatever it leaves out.
[[nodiscard]] Json stored_json_of(Explanation const& explanation, ExplanationTexts const& texts);

// From either. What the public document does not say is as in an empty explanation: among others which number of people are in
// departments, and each block's shares of the causes. Throws WrongJson with the path, InvalidInput for an outcome that this
// version does not know; `file` stands in that.
[[nodiscard]] Explanation explanation_of(Json const& json, std::string const& file);

}  // namespace micropol
