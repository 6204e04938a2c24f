#include "organisation/department_groups.h"

#include <algorithm>

#include "organisation/privacy.h"

namespace micropol {

DepartmentGroups department_groups(Organisation const& organisation) {
    std::vector<bool> const shown = departments_shown_singly(organisation);
    auto const singly = std::uint16_t(std::ranges::count(shown, true));
    DepartmentGroups groups;
    for (std::size_t d = 0; d < shown.size(); ++d) {
        groups.of.push_back(shown[d] ? std::uint16_t(groups.names.size()) : singly);
        if (shown[d]) groups.names.push_back(organisation.departments[d].name);
    }
    groups.one_department.assign(singly, true);
    if (singly < shown.size()) groups.names.emplace_back(small_department), groups.one_department.push_back(false);
    return groups;
}

}  // namespace micropol
