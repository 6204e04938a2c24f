#pragma once
// Lines of a terminal.

#include <string>
#include <string_view>

namespace micropol {

namespace paint {
inline constexpr std::string_view bold = "\x1b[1m", green = "\x1b[32m", red = "\x1b[31m", usual = "\x1b[0m";
}

inline constexpr int narrowest = 40;  // columns; a narrower terminal is written to as if it had these

// with: one of `paint`, or nothing.
[[nodiscard]] std::string painted_text(std::string_view text, std::string_view with);

// Words after a start, on as many lines as they need; later lines begin after so many spaces.
[[nodiscard]] std::string wrapped_lines(std::string const& start, std::string_view text, int indent, int width);

}  // namespace micropol
