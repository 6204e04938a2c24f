#pragma once
// Names and numbers inside CSV.

#include <string>
#include <string_view>

namespace micropol {

// A spreadsheet would take a name that starts like a formula for one: such a name gets an apostrophe. Control characters but
// the ends of lines become spaces.
[[nodiscard]] std::string csv_field(std::string_view text);
// Shortest text that reads back as the same number; empty if it is not one.
[[nodiscard]] std::string csv_number(double value);
[[nodiscard]] std::string csv_number(float value);

}  // namespace micropol
