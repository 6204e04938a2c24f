#pragma once
// Results as tables for programs. Numbers are the shortest text that reads back as the same; empty: not-a-number.

#include <string>

#include "study/calibrate/calibrated.h"
#include "study/decide/decision.h"
#include "study/optimise/optimum.h"
#include "study/run/summary.h"
#include "study/sweep/sweep.h"
#include "study/weekly_table.h"
#include "study/workshop/workshop.h"

namespace micropol {

[[nodiscard]] std::string write_csv(RunSummary const& run);
[[nodiscard]] std::string write_csv(Comparison const& comparison);
[[nodiscard]] std::string write_csv(Optimum const& optimum);
[[nodiscard]] std::string write_csv(Sweep const& sweep);
[[nodiscard]] std::string write_csv(Decision const& decision);
[[nodiscard]] std::string write_csv(Calibrated const& calibrated);
[[nodiscard]] std::string write_csv(Workshop const& workshop);
// A row for each variant, outcome and week (from 1), over the first so many blocks: mean, its 95 % interval, and the standard deviation
// over histories.
[[nodiscard]] std::string write_csv(WeeklyTable const& series, StudyFacts const& facts, std::size_t blocks);

}  // namespace micropol
