#pragma once
// Levers by what they do, for whoever chooses among them: a family is a file of this room.

#include <span>
#include <string_view>
#include <vector>

namespace micropol {

struct LeverFamily {
    std::string_view name;               // a sentence of the catalogue of words
    std::vector<std::string_view> keys;  // of the catalogue of interventions
};

[[nodiscard]] std::vector<LeverFamily> lever_families();

}  // namespace micropol
