#pragma once
// Calibrates a scenario by evidence: simulates a table of settings drawn from what is believed, and then further settings where the
// evidence points.

#include <optional>
#include <string>
#include <vector>

#include "study/calibrate/calibrated.h"
#include "study/study_runner.h"

namespace micropol {

struct CalibratePlan {
    std::string strategy = {};                      // what the company did; "" for nothing
    Evidence evidence = {};                         // of the scenario's departments: scope_of
    std::vector<std::string> settings = {};         // said with the results
    std::optional<int> hold_out_from = {};          // week
    std::optional<std::string> hold_out_wave = {};  // of a survey, as wave_of calls it; not with the former
    std::size_t table = 2'000;                      // settings drawn from the prior
    std::size_t particles = 2'000;                  // of the posterior
    std::size_t waves = 4;                          // of further simulations that draw from what is left; 0: the table alone
    std::size_t settings_each = 500;                // simulated in each of them, and in each wave that only rules out
};
inline constexpr std::size_t smallest_table = 200, least_settings_each = 50;

// What is believed before: every number that the model draws, and those of measurement that the evidence depends on.
[[nodiscard]] std::vector<Factor> believed_numbers(Model const& model, Evidence const& evidence);

// Nothing: it was stopped, or is part of a study (StudyRunner::is_part), of which only the table is shared among machines. Throws
// InvalidPlan for what cannot be asked.
[[nodiscard]] std::optional<Calibrated> calibrate(StudyRunner& runner, CalibratePlan const& plan);
[[nodiscard]] Forecast forecast(ScenarioSource const& source, CalibratePlan const& plan);

}  // namespace micropol
