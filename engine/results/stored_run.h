#pragma once
// A run in a file of results.

#include "results/privacy.h"
#include "results/stored_study.h"
#include "study/summary.h"

namespace micropol {

// For StudyRecord.
[[nodiscard]] std::string definition_of_run(std::string const& strategy);

// As far as the file has it. Throws InvalidInput without a finished block.
[[nodiscard]] RunSummary summary_in(StoredStudy const& study);
// The same with pseudonyms for imported people, and no small group shown singly.
[[nodiscard]] RunSummary veiled_summary_in(StoredStudy const& study, std::size_t smallest_group = usual_group_size);

}  // namespace micropol
