#pragma once
// What the records of the model say, as a person reads it.

#include <span>
#include <string>
#include <string_view>

#include "mechanisms/mechanism.h"

namespace micropol::app {

[[nodiscard]] std::string in_short(double number);
[[nodiscard]] std::string in_short(Range range);                      // "0 to 1"
[[nodiscard]] std::string names_of(std::span<Column const> columns);  // "belief, stake and use"

}  // namespace micropol::app
