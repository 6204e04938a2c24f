#pragma once
// A comparison in a file of results.

#include "store/stored_study.h"
#include "study/compare/compare.h"

namespace micropol {

// For StudyRecord: what decides how much is simulated. The criterion does where a rule looks at it.
[[nodiscard]] std::string definition_of(StoppingRule const& rule, Criterion const& criterion, StudyFacts const& facts);
[[nodiscard]] std::string view_of(Criterion const& criterion, StudyFacts const& facts);

// [Stopped::Rule], as key_of has them.
[[nodiscard]] std::vector<std::string_view> rule_names();

// The comparison as the file has it so far, by the criterion it was made with or another one.
[[nodiscard]] Comparison comparison_in(StoredStudy const& study, std::optional<Criterion> const& criterion = {});

}  // namespace micropol
