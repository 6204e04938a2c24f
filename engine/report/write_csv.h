#pragma once
// Results as tables for programs. Numbers are the shortest text that reads back as the same; empty: not-a-number.

#include <string>

#include "study/run/summary.h"

namespace micropol {

[[nodiscard]] std::string write_csv(RunSummary const& run);

}  // namespace micropol
