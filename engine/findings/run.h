#pragma once
// What a run says: how far the change gets, who gains and who loses power, why histories fail, what it depends on.

#include "findings/common.h"
#include "study/run/summary.h"

namespace micropol {

[[nodiscard]] Document findings_of(RunSummary const& run, Detail detail = Detail::brief);

}  // namespace micropol
