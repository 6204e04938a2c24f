#pragma once
// What a command line of calibrate asks for, its evidence read; for the verbs that go on with what comes of it, too.

#include "micropol/verb.h"
#include "scenario/read_scenario.h"
#include "study/calibrate/calibrate.h"

namespace micropol::app {

struct CalibrationAsked {
    ScenarioSource source;  // with everything open that is to be learned
    CalibratePlan plan;
};

// Throws WrongUsage, or InvalidInput with every place where the evidence does not fit. Says which tables are empty.
[[nodiscard]] CalibrationAsked calibration_asked(Call const& call);

}  // namespace micropol::app
