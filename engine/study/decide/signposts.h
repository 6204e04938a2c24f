#pragma once
// What to watch once the strategy that is best on average has begun, and what would tell that another one would have been better.

#include <span>
#include <vector>

#include "study/decide/decision.h"

namespace micropol {

// benefits: [strategy][block], scaled so that more is better; order: strategies, the best on average first. A study that is over before
// a week has no signpost there.
[[nodiscard]] std::vector<Signpost> signposts_of(SeenWeeks const& seen, DecisionQuestion const& question, double scale,
                                                 StudyFacts const& facts, std::span<Sample const> benefits,
                                                 std::vector<std::size_t> const& order);

}  // namespace micropol
