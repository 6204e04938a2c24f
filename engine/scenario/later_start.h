#pragma once
// Strategies that begin in a later week: what was done until then is over, and theirs comes as they planned it, later.

#include "scenario/change.h"

namespace micropol {

struct LaterStart {
    int week = 0;                 // the first in which a strategy of the comparison may act
    std::string until_then = {};  // the strategy of the weeks before; "" for nothing
};

// The strategy with every week that it plans moved by so many; what would begin after the horizon is left out, and what would last
// beyond it lasts to it.
[[nodiscard]] Strategy begun_later(Strategy strategy, int weeks, int horizon);

// What makes `strategy` of the scenario ("" for doing nothing) begin then; the strategy of the weeks before goes on as it was.
// Throws InvalidInput if there is no such strategy, or nothing of it is left before the horizon; contract: 0 < week < horizon.
[[nodiscard]] std::vector<Change> changes_of(LaterStart const& later, Scenario const& scenario, std::string const& strategy);

}  // namespace micropol
