#pragma once
// What work and leads are worth, from figures that a company has: revenue or salaries of a year, how many leads, and their value.

#include <vector>

#include "model/model.h"

namespace micropol {

// Sets performance.value_of_work and mechanisms.performance.lead_share from what the scenario says under `money`; nothing where it says
// nothing. imported: nullptr where people are drawn from a plan. Adds a problem where the figures do not fit together.
void give_worth(Scenario const& scenario, ImportedOrganisation const* imported, std::vector<Assumption>& numbers,
                std::vector<Problem>& problems);

}  // namespace micropol
