#pragma once
// A comparison in a file of results.

#include "store/stored_study.h"
#include "study/compare/comparison.h"

namespace micropol {

// Of each strategy, doing nothing first, the last weeks of those blocks that every one of them has. Throws InvalidInput without any.
[[nodiscard]] std::vector<Contender> contenders_in(StoredStudy const& study);

// The comparison as the file has it so far, by the criterion it was made with or another one.
[[nodiscard]] Comparison comparison_in(StoredStudy const& study, std::optional<Criterion> const& criterion = {});

}  // namespace micropol
