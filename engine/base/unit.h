#pragma once
// Units of parameters and columns. A name here is what `micropol describe` and the schema print.

#include <string_view>

namespace micropol {

enum class Unit {
    one,          // a pure number
    share,        // 0 to 1
    correlation,  // -1 to 1
    attitude,     // -1 against, 0 neutral, +1 in favour
    weeks,
    years,
    per_week,  // rate or probability a week
    employees,
    power,  // shares of the organisation's power times headcount: the mean person has 1
    log_odds,
    money,  // thousand euros
    flag,   // 0 or 1
    code,   // a whole number with a meaning, such as a stage
};

[[nodiscard]] std::string_view name_of(Unit unit);

}  // namespace micropol
