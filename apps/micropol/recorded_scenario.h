#pragma once
// The scenario that a file of results says it is of. The file may be anybody's: what it names is looked for where the user is and
// where the file is, in these folders and below, and nowhere else.

#include <filesystem>

#include "model/model.h"
#include "scenario/read_scenario.h"
#include "store/study_record.h"

namespace micropol::app {

// Throws InvalidInput where it cannot be read, or its files are missing or not what they were.
[[nodiscard]] ScenarioSource recorded_scenario(StudyRecord const& study, std::filesystem::path const& results);

// Of that scenario under each of the strategies that were simulated, before what a sweep or a search changes about it. Throws likewise.
[[nodiscard]] std::vector<Assumption> recorded_assumptions(StudyRecord const& study, std::vector<Variant> const& variants,
                                                           std::filesystem::path const& results);

}  // namespace micropol::app
