#pragma once
// What evidence says of a company's unknown numbers, to somebody who has to act on them.

#include "findings/common.h"
#include "study/calibrate/calibrated.h"

namespace micropol {

[[nodiscard]] Document findings_of(Calibrated const& calibrated, Detail detail = Detail::brief);

// Whether the model can produce the evidence, what was learned and what was not.
[[nodiscard]] std::vector<Phrase> verdict_on(Calibrated const& calibrated);

}  // namespace micropol
