#pragma once
// Where two scenarios, as resolved, part.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace micropol {

// Paths, as --set has them, whose values differ or that only one of them has; not below these parts of the whole. Throws InvalidInput
// for a text that is no YAML.
[[nodiscard]] std::vector<std::string> differing_paths(std::string_view one, std::string_view other,
                                                       std::span<std::string_view const> ignored);

}  // namespace micropol
