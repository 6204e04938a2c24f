#pragma once
// A section of a document as JSON, for a page that makes its own elements of it.

#include "base/json.h"
#include "findings/document.h"
#include "words/language.h"

namespace micropol::live {

// {"id", "heading", "parts": [{"kind": "text" | "table" | "figure", …}]}; what is for terminals alone is left out.
[[nodiscard]] Json json_of(Section const& section, Wording wording);

}  // namespace micropol::live
