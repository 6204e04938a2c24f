#pragma once
// Checks of one part of a scenario against another, after each has been understood.

#include "scenario/scenario_reader.h"

namespace micropol {

// understood: the tree that the scenario was read from, with the places of its parts.
void cross_check(Scenario const& scenario, Node const& understood, std::vector<DepartmentReference> const& references,
                 std::vector<Problem>& problems);

}  // namespace micropol
