#pragma once
// Results for programs, from the typed results themselves. JSON knows no locale: its texts are English. Not-a-number is null.

#include <string>

#include "study/run/summary.h"

namespace micropol {

[[nodiscard]] std::string write_json(RunSummary const& run);

}  // namespace micropol
