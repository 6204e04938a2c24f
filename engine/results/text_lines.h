#pragma once
// Lines of a terminal.

#include <string>
#include <string_view>

#include "words/plain_text.h"

namespace micropol {

namespace paint {
inline constexpr std::string_view bold = "\x1b[1m", green = "\x1b[32m", red = "\x1b[31m", usual = "\x1b[0m";
}

// with: one of `paint`, or nothing.
[[nodiscard]] std::string painted_text(std::string_view text, std::string_view with);

}  // namespace micropol
