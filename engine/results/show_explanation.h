#pragma once
// An explanation for people (text, Markdown) and programs (JSON; the report reads it). Parts that are not there are not shown.

#include "results/show.h"
#include "store/explanation_json.h"

namespace micropol {

// The sentences beside the values in its JSON.
[[nodiscard]] ExplanationTexts explanation_texts();

// Not for CSV: throws std::invalid_argument.
[[nodiscard]] std::string show(Explanation const& explanation, Format format, ShowOptions const& options = {});

}  // namespace micropol
