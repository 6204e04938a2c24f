#pragma once
// What the verbs that simulate look at before they start.

#include <functional>

#include "model/model.h"

namespace micropol::app {

// Says so if histories are rounded up to whole blocks.
void report_rounding(Model const& model);
// needed: bytes, for a number of threads. Throws InvalidInput if this machine has not that much.
void check_memory(Model const& model, int threads, std::function<std::size_t(int)> const& needed);

// Measured by simulating the first one.
[[nodiscard]] double seconds_of_one_block(Model const& model);

}  // namespace micropol::app
