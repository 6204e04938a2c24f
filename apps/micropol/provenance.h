#pragma once

#include "micropol/verb.h"
#include "store/study_record.h"

namespace micropol::app {

// The command without what only decides how results are got or shown: the same for the same study.
[[nodiscard]] std::string command_of(Call const& call);

// Hash of the files that the scenario names; "" without any.
[[nodiscard]] std::string inputs_of(Scenario const& scenario);

// The version, and the sources it was built from: a line each.
[[nodiscard]] std::string version_text();

[[nodiscard]] Provenance provenance_of(Scenario const& scenario, std::string const& command);

}  // namespace micropol::app
