#pragma once
// Every number that the model knows: for `describe`, documentation and laws.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/parameter.h"

namespace micropol {

struct KnownNumber {
    std::string path;  // as --set takes it: "levers.training.effect"; of the first initiative and the first shock
    ParameterSpec spec;
};

// In the order of a scenario: ties, situation, mechanisms, levers. Not what people are like: trait_specs().
[[nodiscard]] std::vector<KnownNumber> known_numbers();

// What is known of the number at a path, of any initiative and any shock by its name. Nothing of what people and departments are like.
[[nodiscard]] std::optional<ParameterSpec> known_number(std::string_view path);

}  // namespace micropol
