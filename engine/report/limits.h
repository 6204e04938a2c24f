#pragma once
// What the model cannot say: the one copy, for the documentation and for every report.

#include <string_view>
#include <vector>

namespace micropol {

struct Limit {
    std::string_view english_head, english, german_head, german;  // `code` between backticks
};
[[nodiscard]] std::vector<Limit> const& limits_of_the_model();

}  // namespace micropol
