#pragma once
// A run: what happens in a scenario, who wins and who loses power, and why it fails when it fails.

#include <optional>

#include "study/run/summary.h"
#include "study/study_runner.h"
#include "study/weekly_table.h"

namespace micropol {

struct RunPlan {
    std::string strategy = {};      // of the scenario; "" for none
    WeeklyTable* series = nullptr;  // to be filled, of one variant
};

// Simulates every history of the runner's scenario. Nothing: it was stopped, or is part of a study (StudyRunner::is_part). Throws
// InvalidInput for a scenario that cannot be simulated, or has no such strategy.
[[nodiscard]] std::optional<RunSummary> run(StudyRunner& runner, RunPlan const& plan);

// Throws what `run` throws before it begins.
[[nodiscard]] Forecast forecast(ScenarioSource const& source, RunPlan const& plan);

}  // namespace micropol
