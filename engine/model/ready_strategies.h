#pragma once
// The ready packages of scenario/ready_packages.h, for the departments that a scenario has.

#include <vector>

#include "scenario/change.h"

namespace micropol {

// As changes of a scenario that has no strategies; none of one that has.
[[nodiscard]] std::vector<Override> packages_for(Scenario const& scenario);

}  // namespace micropol
