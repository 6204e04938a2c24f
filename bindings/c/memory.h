#pragma once

#include "study/plan.h"

namespace micropol::c {

// Throws InvalidInput if this machine has not as much as a study needs with so many threads (0: all processors), and so many bytes more.
void require_memory(Forecast const& forecast, double more, int threads);

}  // namespace micropol::c
