#pragma once
// YAML text into a tree: a strict subset without anchors, aliases, tags, merge keys or further documents. This is the only
// part that knows the YAML library.

#include <string>
#include <string_view>
#include <vector>

#include "scenario/node.h"

namespace micropol {

inline constexpr std::size_t largest_scenario = std::size_t{8} << 20;  // bytes

// `name` stands for the file in places. What can be read past is added to `problems`; throws InvalidInput, `problems`
// included, where nothing after the mistake would make sense.
[[nodiscard]] Node read_yaml(std::string_view text, std::string const& name, std::vector<Problem>& problems);

}  // namespace micropol
