#pragma once
// What the verbs that simulate look at before they start.

#include "study/plan.h"

namespace micropol::app {

// Says so if histories are rounded up to whole blocks.
void report_rounding(Model const& model);
// Warns of what the scenario plans without any effect.
void report_without_effect(Scenario const& scenario);
// Throws InvalidInput if this machine has not as much as a study needs.
void check_memory(Forecast const& forecast, int threads);

// For --dry-run, on standard output. "Memory  about 12 MB with 2 threads", and how long it takes: measured by simulating a block of
// each model.
void print_costs(Forecast const& forecast, int threads);

}  // namespace micropol::app
