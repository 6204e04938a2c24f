#pragma once
// Who wins and who loses power.

#include <optional>
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
    std::string who;               // "Sales, level 2"; the name to show of a person
    double before = 0, after = 0;  // power: the mean person has 1
    Estimate change;               // over blocks
    std::string department = {};   // of a role
    std::optional<int> level = {};
};

struct WinnersAndLosers {
    std::vector<PowerShift> winners, losers;  // largest change first; at most five each, only where the interval excludes 0
};

[[nodiscard]] std::vector<DepartmentShift> department_shifts(Finished const& finished);
// Roles that fewer than half of the organisations have are left out.
[[nodiscard]] WinnersAndLosers power_shifts(Finished const& finished);

}  // namespace micropol
