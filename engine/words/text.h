#pragma once
// Messages as text of one language.

#include <string>

#include "base/message.h"
#include "words/language.h"

namespace micropol {

// What users have written comes out in one line and moves no cursor (see plain).
[[nodiscard]] std::string to_text(Message const& message, Wording wording);
[[nodiscard]] std::string to_text(Phrase const& phrase, Wording wording);

}  // namespace micropol
