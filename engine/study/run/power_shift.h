#pragma once
// Who wins and who loses power.

#include <string>
#include <vector>

#include "statistics/estimate.h"
#include "study/finished.h"

namespace micropol {

struct DepartmentShift {
    std::string name;
    std::size_t headcount = 0;       // of the first organisation
    Estimate before, after, change;  // share of the organisation's power
};

// A role (department and level) where organisations are generated, a person where one was imported.
struct PowerShift {
    std::string who;
    double before = 0, after = 0;  // power: the mean person has 1
    Estimate change;               // over blocks
};

struct WinnersAndLosers {
    std::vector<PowerShift> winners, losers;  // largest change first; at most five each, only where the interval excludes 0
};

[[nodiscard]] std::vector<DepartmentShift> department_shifts(Finished const& finished);
// Roles that fewer than half of the organisations have are left out.
[[nodiscard]] WinnersAndLosers power_shifts(Finished const& finished);

}  // namespace micropol
