#pragma once
// How little people know of what a change means for them. Communication and taking part each leave less of it (Bordia et al. 2004).

#include "base/worlds_math.h"
#include "state/week.h"

namespace micropol {

// The mean over people in the first half year of a change: most have heard of it, few have tried it. (assumed)
inline constexpr float early_ambiguity = 0.4f;

// 1 while there is a change that has not been given up.
[[nodiscard]] inline Worlds change_is_under_way(Week const& week) {
    return only((week.read(Column::initiatives)[0] > 0.0f) & (week.read(Column::stopped)[0] == 0.0f), 1.0f);
}

// Share, of the change that is under way: who has heard of it knows half of what it means, who has tried it all. (halves: assumed)
[[nodiscard]] inline Worlds ambiguity(Week const& week, std::uint32_t i, Worlds const& under_way) {
    Worlds const stage = week.read(Column::stage)[i];
    Worlds const known = only(stage != float(Stage::unaware), 0.5f) + only(stage >= float(Stage::trial), 0.5f);
    return under_way * (Worlds(1.0f) - known) * (Worlds(1.0f) - week.lever(Column::participation)[i]) *
           (Worlds(1.0f) - week.lever(Column::communication)[i]);
}

}  // namespace micropol
