#pragma once
// The languages that results are told in.

#include <string>
#include <string_view>

#include "words/language.h"

namespace micropol {

// A figure of results/wording: "1,024" becomes "1.024", "−2 to 5" becomes "−2 bis 5".
[[nodiscard]] std::string localised(Language language, std::string figure);

// "loss compensation": a key as people read it.
[[nodiscard]] std::string spaced(std::string_view key);
// A lever by its key, as people read it: "status moderation"; "Statusmoderation". With its key where there is no German name.
[[nodiscard]] std::string lever_said(Language language, std::string_view key);

}  // namespace micropol
