#pragma once
// A calibration as JSON, for the file of results that keeps it: everything that it says, and the posterior to go on with.

#include "base/json.h"
#include "store/stored_study.h"
#include "study/calibrate/calibrated.h"

namespace micropol {

[[nodiscard]] Json stored_json_of(Calibrated const& calibrated);

// Throws InvalidInput where the file holds no finished calibration, or is damaged.
[[nodiscard]] Calibrated calibrated_in(StoredStudy const& study);

}  // namespace micropol
