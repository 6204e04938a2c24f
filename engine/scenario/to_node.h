#pragma once
// Parts of a scenario as its file would write them: what is usual is left out. Reads back to the same.

#include "scenario/node.h"
#include "scenario/scenario.h"

namespace micropol {

[[nodiscard]] Node list_of(std::vector<std::string> const& words);
[[nodiscard]] Node to_node(Target const& target);
[[nodiscard]] Node to_node(Trigger const& trigger);
// {lever: training, intensity: 0.4, target: {who: losers}}
[[nodiscard]] Node to_node(InterventionSection const& intervention);
// {kind: budget_cut, week: 26, size: 0.5}
[[nodiscard]] Node to_node(ShockSection const& shock);
// {meaning: …, interventions: [{lever: training, …}]}: what stands behind its name
[[nodiscard]] Node to_node(Strategy const& strategy);

}  // namespace micropol
