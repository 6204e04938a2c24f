#pragma once
// What micropol explain explains: a scenario, or a study in a file of results.

#include <vector>

#include "micropol/scenario_options.h"
#include "store/store.h"
#include "store/stored_study.h"
#include "study/explain/explanation.h"

namespace micropol::app {

// A strategy that is explained.
struct ToExplain {
    Variant variant;
    std::vector<FinalValues> final_values = {};  // [block] as the file has them; empty: not simulated yet
};

struct Explained {
    ScenarioSource source;
    std::vector<ToExplain> strategies;  // at least one, each once
    bool stored = false;
};

// The file named on the command line, and every --strategy. Throws WrongUsage or InvalidInput.
[[nodiscard]] Explained what_to_explain(Arguments const& arguments);

// For the file of results: the same bytes wherever they are made.
[[nodiscard]] Conclusion conclusion_of(Explanation const& explanation);

}  // namespace micropol::app
