#pragma once
// Text of other people in one line, and lines of a terminal.

#include <string>
#include <string_view>

namespace micropol {

// One line that moves no cursor and turns no text around: control characters become spaces, broken UTF-8 "�".
[[nodiscard]] std::string plain(std::string_view name);
// Columns of a terminal: wide East Asian characters take two, combining marks none.
[[nodiscard]] int columns_of(std::string_view text);
// Filled with spaces, or cut with "…", to exactly so many columns.
[[nodiscard]] std::string fitted(std::string_view text, int columns);
// Words after a start, on as many lines as they need; later lines begin after so many spaces. Colours in them take no columns.
[[nodiscard]] std::string wrapped_lines(std::string const& start, std::string_view text, int indent, int width);

inline constexpr int min_width = 40;  // columns; a narrower terminal is written to as if it had these

}  // namespace micropol
