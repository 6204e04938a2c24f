#pragma once
// What a file of results comes to for whoever has to choose, with what its scenario says of the numbers that were drawn.

#include "store/stored_decision.h"

namespace micropol::app {

// As decision_in; where the scenario's own files are not at hand, no number is said to be given by it.
[[nodiscard]] Decision decided(StoredStudy const& study, DecisionPlan const& plan);

}  // namespace micropol::app
