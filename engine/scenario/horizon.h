#pragma once
// The end of a history against what a scenario plans behind it: where somebody asks for fewer weeks than the scenario was written
// for, its plans end with the history.

#include <vector>

#include "scenario/node.h"
#include "scenario/scenario.h"

namespace micropol {

// Where the weeks of `root`, a scenario as written, are fewer than it plans for: what lasts beyond the end lasts to the end,
// interventions that would start there are off, shocks that would come there never come. All that happens before is left alone, to
// the bit.
void cut_to_horizon(Node& root);

// What a history of so many weeks cuts short or leaves out, of interventions and shocks; a sentence each.
[[nodiscard]] std::vector<Phrase> cut_by_horizon(Scenario const& scenario, int weeks);

// What has no effect because it is planned behind the end, with its place: initiatives, for all else that does is a mistake.
[[nodiscard]] std::vector<Problem> beyond_horizon(Scenario const& scenario);

}  // namespace micropol
