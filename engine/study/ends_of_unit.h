#pragma once
// Where values in a unit end, for intervals that stay there.

#include "base/unit.h"
#include "statistics/estimate.h"

namespace micropol {

[[nodiscard]] constexpr Ends ends_of(Unit unit) {
    switch (unit) {
        case Unit::share:
        case Unit::flag: return ends_of_shares;
        case Unit::attitude:
        case Unit::correlation: return {-1, 1};
        default: return open_ends;
    }
}

}  // namespace micropol
