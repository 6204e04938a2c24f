#pragma once
// Results as tables for programs. Numbers are the shortest text that reads back as the same; empty: not-a-number.

#include <string>

#include "study/decide/decision.h"
#include "study/optimise/optimum.h"
#include "study/run/summary.h"
#include "study/sweep/sweep.h"

namespace micropol {

[[nodiscard]] std::string write_csv(RunSummary const& run);
[[nodiscard]] std::string write_csv(Comparison const& comparison);
[[nodiscard]] std::string write_csv(Optimum const& optimum);
[[nodiscard]] std::string write_csv(Sweep const& sweep);
[[nodiscard]] std::string write_csv(Decision const& decision);

}  // namespace micropol
