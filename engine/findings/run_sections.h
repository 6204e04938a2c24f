#pragma once
// Sections of a run on power, failures and assumptions. Without elements: there is nothing to say.

#include "findings/common.h"
#include "study/run/summary.h"

namespace micropol {

[[nodiscard]] Section department_section(RunSummary const& run);
// The roles, or people if they were imported, whose power changes most.
[[nodiscard]] Section people_section(char const* heading, std::vector<PowerShift> const& shifts);
[[nodiscard]] Section failure_section(RunSummary const& run);
[[nodiscard]] Section influence_section(RunSummary const& run);

}  // namespace micropol
