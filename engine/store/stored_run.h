#pragma once
// A run in a file of results.

#include "store/stored_study.h"
#include "study/run/summary.h"

namespace micropol {

// For StudyRecord.
[[nodiscard]] std::string definition_of_run(std::string const& strategy);

// As far as the file has it. smallest_group: of imported people that is shown singly; as the file says without. Throws InvalidInput
// without a finished block.
[[nodiscard]] RunSummary summary_in(StoredStudy const& study, std::optional<std::size_t> smallest_group = {});

}  // namespace micropol
