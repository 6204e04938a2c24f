#pragma once
// Results for programs, from the typed results themselves. JSON knows no locale: its texts are English. Not-a-number is null.

#include <string>

#include "study/calibrate/calibrated.h"
#include "study/decide/decision.h"
#include "study/optimise/optimum.h"
#include "study/run/summary.h"
#include "study/sweep/sweep.h"
#include "study/workshop/workshop.h"

namespace micropol {

class Json;

[[nodiscard]] std::string write_json(RunSummary const& run);
[[nodiscard]] std::string write_json(Comparison const& comparison);
[[nodiscard]] std::string write_json(Optimum const& optimum);
[[nodiscard]] std::string write_json(Sweep const& sweep);
[[nodiscard]] std::string write_json(Decision const& decision);
[[nodiscard]] std::string write_json(Calibrated const& calibrated);
[[nodiscard]] std::string write_json(Workshop const& workshop);
// What is asked: for those who answer elsewhere than on a page.
[[nodiscard]] std::string write_json(Questions const& questions);

// For pipelines, an object a line: the study ("record": "study"), then each outcome of a run, strategy of a comparison or point of a
// sweep.
[[nodiscard]] std::string write_json_lines(RunSummary const& run);
[[nodiscard]] std::string write_json_lines(Comparison const& comparison);
[[nodiscard]] std::string write_json_lines(Sweep const& sweep);

// A part of another one's.
[[nodiscard]] Json json_of(Comparison const& comparison);
[[nodiscard]] Json json_of(Workshop const& workshop);

}  // namespace micropol
