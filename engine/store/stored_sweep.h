#pragma once
// A sweep in a file of results.

#include "store/stored_study.h"
#include "study/sweep/conclusions.h"

namespace micropol {

// Both throw InvalidInput if the sweep is not finished, or does not say what it is.
[[nodiscard]] SweepDefinition sweep_definition_in(StoredStudy const& study);
// by: what to conclude on instead.
[[nodiscard]] Sweep sweep_in(StoredStudy const& study, std::optional<std::size_t> by = {});

}  // namespace micropol
