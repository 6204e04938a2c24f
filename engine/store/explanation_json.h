#pragma once
// An explanation as JSON: the public document, as `micropol explain --format json` prints it, and the one that a file of results
// keeps, which has everything else besides.

#include <string>

#include "base/json.h"
#include "study/explain/explanation_texts.h"

namespace micropol {

[[nodiscard]] Json json_of(Explanation const& explanation, ExplanationTexts const& texts);
// The same, and under "typed" whatever it leaves out.
[[nodiscard]] Json stored_json_of(Explanation const& explanation, ExplanationTexts const& texts);

// From either. What the public document does not say is as in an empty explanation: among others which number of people are in
// departments, and each block's shares of the causes. Throws WrongJson with the path, InvalidInput for an outcome that this
// version does not know; `file` stands in that.
[[nodiscard]] Explanation explanation_of(Json const& json, std::string const& file);

}  // namespace micropol
