#pragma once
// A bundle of interventions as a person says it.

#include "findings/common.h"
#include "study/optimise/bundle.h"

namespace micropol {

// "training for those who stand to lose, 0.75, weeks 4 to 55"; several with semicolons between.
[[nodiscard]] Phrase describe(SearchSpace const& space, Bundle const& bundle);

}  // namespace micropol
