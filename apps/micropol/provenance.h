#pragma once

#include "micropol/verb.h"
#include "store/study_record.h"

namespace micropol::app {

// The command without what only decides how results are got or shown: the same for the same study. Settings that say who they are
// about are cut short where results do not.
[[nodiscard]] std::string command_of(Call const& call, Scenario const& scenario);

// Hash of the files that the scenario names; "" without any.
[[nodiscard]] std::string inputs_of(Scenario const& scenario);

// The version, and the sources it was built from: a line each.
[[nodiscard]] std::string version_text();

// Whom the scenario names is called there as in the results. Throws InvalidInput where people cannot be imported.
[[nodiscard]] Provenance provenance_of(Scenario const& scenario, Call const& call);

}  // namespace micropol::app
