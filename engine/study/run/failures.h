#pragma once
// Why histories failed: one reason each, the first whose rule fits.

#include <string>
#include <vector>

#include "statistics/estimate.h"
#include "study/finished.h"

namespace micropol {

// Of all power, in one coalition against the change. Assumed: the size at which a bloc is visible to everybody.
inline constexpr double blocking_share = 0.20f;

struct FailureReason {
    std::string reason;  // "stopped by a blocking coalition"
    std::string rule;    // how it was decided, in words
    Estimate share;      // of failed histories
};

// Most frequent first; reasons that no history has are left out, and so are those that need an outcome the study does not
// record. Empty if no history failed or success is not recorded; else the shares sum to 1.
[[nodiscard]] std::vector<FailureReason> why_histories_failed(Finished const& finished);

}  // namespace micropol
