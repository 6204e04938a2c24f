#include "model/ready_strategies.h"

#include <algorithm>

#include "model/model.h"
#include "organisation/department_roles.h"
#include "scenario/ready_packages.h"

namespace micropol {

std::vector<Override> packages_for(Scenario const& scenario) {
    bool const levers_off = std::ranges::any_of(
        scenario.mechanisms, [](MechanismSection const& section) { return section.key == "levers" && !section.on; });
    if (!scenario.strategies.empty() || levers_off) return {};
    std::vector<std::string> const departments = Model(scenario, "").departments();
    auto const there = [&](std::string const& asked) {
        std::vector<std::string> named = departments_in(asked, departments);
        std::erase_if(named, [&](std::string const& one) { return std::ranges::find(departments, one) == departments.end(); });
        return named;
    };
    return add_ready_packages({.marketing = there(scenario.marketing), .sales = there(scenario.sales), .weeks = scenario.weeks});
}

}  // namespace micropol
