#pragma once
// Levels and changes with their intervals: "41 % (37–45)"; "▲ +3 points (1 to 5)".

#include <string>

#include "base/unit.h"
#include "results/account.h"
#include "statistics/estimate.h"

namespace micropol {

[[nodiscard]] std::string level_in_words(Estimate const& estimate, Unit unit);
[[nodiscard]] std::string change_in_words(Estimate const& estimate, Unit unit);

}  // namespace micropol
