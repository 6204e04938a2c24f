#pragma once
// Means over people, in the order of employees.

#include <span>

#include "base/worlds.h"

namespace micropol {

[[nodiscard]] inline Worlds mean(std::span<Worlds const> column) {
    Worlds sum = 0.0f;
    for (Worlds const& value : column) sum += value;
    return sum * (1.0f / float(column.size()));
}

// holds: Mask(Worlds)
[[nodiscard]] inline Worlds share_where(std::span<Worlds const> column, auto&& holds) {
    Worlds count = 0.0f;
    for (Worlds const& value : column) count += only(holds(value), 1.0f);
    return count * (1.0f / float(column.size()));
}

}  // namespace micropol
