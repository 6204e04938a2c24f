#pragma once
// Checks of one part of a scenario against another, after each has been understood.

#include "scenario/understand.h"

namespace micropol {

// understood: the tree that the scenario was read from, with the places of its parts.
void cross_check(Scenario const& scenario, Node const& understood, std::vector<DepartmentMention> const& mentions,
                 std::vector<Problem>& problems);

}  // namespace micropol
