#pragma once
// A comparison in a file of results.

#include "store/stored_study.h"
#include "study/compare/comparison.h"

namespace micropol {

// The comparison as the file has it so far, by the criterion it was made with or another one.
[[nodiscard]] Comparison comparison_in(StoredStudy const& study, std::optional<Criterion> const& criterion = {});

}  // namespace micropol
