#pragma once
// Interventions that an explanation adds to a scenario, to see what they would have done.

#include <string>
#include <string_view>
#include <vector>

#include "scenario/node.h"
#include "study/archive.h"

namespace micropol {

// An entry of `interventions`, as in a scenario. free: it costs neither money nor credibility.
[[nodiscard]] Node extra_intervention(std::string_view lever, double intensity, Target const& target, bool free);

// The scenario's own interventions and these behind them, so that the numbers of the others are drawn as ever.
[[nodiscard]] Override with_interventions(Scenario const& scenario, std::vector<Node> const& extra);

// The people whom the scenario silences, and this one.
[[nodiscard]] Override with_silenced(Scenario const& scenario, std::string const& id);

// The same under another name with one more change.
[[nodiscard]] Variant changed(Variant base, std::string name, Override change);

}  // namespace micropol
