#pragma once
// What micropol explain explains: a scenario, or a study in a file of results.

#include <optional>

#include "micropol/scenario_options.h"
#include "store/store.h"
#include "store/stored_study.h"
#include "study/explain/explanation.h"

namespace micropol::app {

struct Explained {
    ScenarioSource source;
    Variant variant;                             // the strategy that is explained
    std::vector<FinalValues> final_values = {};  // [block] as the file has them; empty: not simulated yet
    bool stored = false;
};

// The file named on the command line, and --strategy. Throws WrongUsage or InvalidInput.
[[nodiscard]] Explained what_to_explain(Arguments const& arguments);

// For the file of results: the same bytes wherever they are made.
[[nodiscard]] Conclusion conclusion_of(Explanation const& explanation);

}  // namespace micropol::app
