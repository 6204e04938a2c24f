#pragma once
// Every number that the model knows: for `describe`, documentation and laws.

#include <string>
#include <vector>

#include "base/parameter.h"

namespace micropol {

struct KnownNumber {
    std::string path;  // as --set takes it: "levers.training.effect"; of the first initiative and the first shock
    ParameterSpec spec;
};

// In the order of a scenario: ties, situation, mechanisms, levers. Not what people are like: trait_specs().
[[nodiscard]] std::vector<KnownNumber> known_numbers();

}  // namespace micropol
