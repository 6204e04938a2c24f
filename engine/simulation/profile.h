#pragma once
// What each step of a week costs. The weeks are run for it, step by step with a clock beside: where nobody asks, nothing is timed.

#include <string>
#include <vector>

#include "model/model.h"

namespace micropol {

struct StepCost {
    std::string step;       // as in Block::steps; last come "outcomes", with what interventions wait for
    double seconds = 0;     // a week of sixteen histories, on average
    std::size_t bytes = 0;  // of the columns that it reads and changes, in sixteen histories; each once
};

// Simulates the first block of the model a few times. Steps of one name, such as several trainings, are one.
[[nodiscard]] std::vector<StepCost> profile(Model const& model);

}  // namespace micropol
