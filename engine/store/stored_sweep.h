#pragma once
// A sweep in a file of results.

#include "store/stored_study.h"
#include "study/sweep/sweep.h"

namespace micropol {

// For StudyRecord: what decides the points and their blocks, and what to conclude on.
[[nodiscard]] std::string definition_of(SweepDefinition const& definition);
[[nodiscard]] std::string view_of(SweepDefinition const& definition, StudyFacts const& facts);

// by: what to conclude on instead. Throws InvalidInput if the sweep is not finished, or does not say what it is.
[[nodiscard]] Sweep sweep_in(StoredStudy const& study, std::optional<std::size_t> by = {});

}  // namespace micropol
