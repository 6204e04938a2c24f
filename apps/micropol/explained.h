#pragma once
// What micropol explain explains: a scenario, or a study in a file of results.

#include <optional>

#include "micropol/scenario_options.h"
#include "store/stored_study.h"

namespace micropol::app {

struct Explained {
    ScenarioSource source;
    Variant variant;                         // the strategy that is explained
    std::vector<FinalValues> horizons = {};  // [block] as the file has them; empty: not simulated yet
    std::vector<OutcomeKind const*> outcomes = {};
    bool stored = false;
};

// The file named on the command line, and --strategy. Throws WrongUsage or InvalidInput.
[[nodiscard]] Explained what_to_explain(Arguments const& arguments);

}  // namespace micropol::app
