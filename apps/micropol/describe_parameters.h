#pragma once
// The numbers of the model: what is usual, what is plausible, and what that rests on.

#include "base/parameter.h"
#include "micropol/description.h"

namespace micropol::app {

[[nodiscard]] std::vector<std::string> parameter_columns();  // "name", "unit", …
[[nodiscard]] std::vector<std::string> row_of(ParameterSpec const& spec, std::string name);
// "0.5 to 2"; of what is not drawn, its usual value.
[[nodiscard]] std::string plausible_in_short(ParameterSpec const& spec);
[[nodiscard]] std::string_view name_of(Grade grade);

// Every number, by its path.
[[nodiscard]] Description describe_parameters();
// How many of them rest on what.
[[nodiscard]] Description describe_grades();

}  // namespace micropol::app
