#pragma once
// What the model cannot say: the one copy, for the documentation and for every page.

#include <vector>

#include "base/message.h"

namespace micropol {

struct Limit {
    Message head, text;  // `code` between backticks
};
[[nodiscard]] std::vector<Limit> const& limits_of_the_model();

}  // namespace micropol
