#pragma once
// How one quantity spreads over histories, week by week.

#include <span>
#include <vector>

#include "base/worlds.h"

namespace micropol {

struct WeeklyBand {  // over histories, one entry a week
    std::vector<float> mean, q05, q25, median, q75, q95;
};

// blocks: [block][week], at least one, all of the same length.
[[nodiscard]] WeeklyBand weekly_band(std::span<std::span<Worlds const> const> blocks);

}  // namespace micropol
