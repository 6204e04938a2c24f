#pragma once
// What results tell of each person and, as means over people, of each department in each week.

#include <optional>
#include <span>
#include <string_view>

#include "base/worlds.h"
#include "state/column.h"

namespace micropol {

struct PersonMeasure {
    std::string_view key;  // as tables call it
    Column column;         // of employees, and no lever
    // What is made of the column; without, it is told as it is.
    Worlds (*made_of)(Worlds const& value) = nullptr;
    std::optional<Range> range_made = {};

    [[nodiscard]] Range range() const;
    [[nodiscard]] Worlds of(Worlds const& value) const { return made_of == nullptr ? value : made_of(value); }
};

// In the order in which tables have them.
[[nodiscard]] std::span<PersonMeasure const> person_measures();

}  // namespace micropol
