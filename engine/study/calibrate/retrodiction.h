#pragma once
// How well what was learned from earlier weeks forecasts the later ones, beside what simpler things would have said.

#include "study/calibrate/calibrated.h"

namespace micropol {

// posterior: with `produced`; table: what the prior produces. For each kind of what was held out.
[[nodiscard]] std::vector<Retrodiction> retrodict(Calibrated const& calibrated, SimulatedSettings const& table);

}  // namespace micropol
