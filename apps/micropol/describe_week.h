#pragma once
// `micropol describe week`: the order of the steps, what each reads and changes, and what each costs.

#include "micropol/description.h"
#include "model/model.h"

namespace micropol::app {

[[nodiscard]] Description describe_week();

// The same and what each step costs, measured on the model; it is simulated for that, which takes a moment.
[[nodiscard]] Description profile_week(Model const& model);

// 240 people in two departments and no intervention: what a week costs where no scenario is named.
[[nodiscard]] Scenario example_to_profile();

}  // namespace micropol::app
