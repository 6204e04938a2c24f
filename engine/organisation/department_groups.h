#pragma once
// Departments as tables tell of them: none is so small that it tells of persons.

#include <cstdint>
#include <string>
#include <vector>

#include "organisation/organisation.h"

namespace micropol {

// Each department that is shown singly (privacy.h) by its name, and all others as the last group.
struct DepartmentGroups {
    std::vector<std::string> names;    // [group]
    std::vector<std::uint16_t> of;     // [department]: its group
    std::vector<bool> one_department;  // [group]: whether it is a department that is shown singly
};
[[nodiscard]] DepartmentGroups department_groups(Organisation const& organisation);

}  // namespace micropol
