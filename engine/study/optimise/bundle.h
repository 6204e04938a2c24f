#pragma once
// Bundles of interventions that a search can take apart and put together: what is done, for whom, how strongly, when.

#include <compare>
#include <string>
#include <vector>

#include "base/random.h"
#include "scenario/node.h"
#include "scenario/scenario.h"

namespace micropol {

// One lever pulled for somebody for some weeks.
struct Move {
    std::size_t lever = 0, target = 0;  // positions in the search space
    double intensity = 0;               // share
    int from_week = 0, until_week = 0;  // in force while from_week <= week < until_week
    auto operator<=>(Move const&) const = default;
};

// Sorted by lever, each at most once.
using Bundle = std::vector<Move>;

// What a search may choose from. Grids are coarse on purpose: finer ones find the same bundles more slowly.
struct SearchSpace {
    std::vector<std::string> levers;  // keys of the catalogue
    std::vector<Target> targets;      // the first is everyone
    std::vector<double> intensities;  // share
    std::vector<int> weeks;           // where windows begin and end: from 0 to the horizon
    std::size_t most_levers = 4;      // in a bundle
};

// Four intensities, eight parts of the horizon; everyone, Marketing and Sales, who stands to lose or to gain, opposes,
// supports or has risen, and a twelfth of the people (at most twenty) by centrality, power and opposition. All assumed.
[[nodiscard]] SearchSpace default_space(Scenario const& scenario, std::vector<std::string> levers, std::size_t headcount);

// A strategy as a bundle to breed from. Its targets join the space. What a bundle cannot say (triggers, parameters of a
// lever's own, a lever pulled twice) is left out, so it may be another strategy than the one it came from.
[[nodiscard]] Bundle bundle_of(SearchSpace& space, Strategy const& strategy);

// One lever in the middle of all grids, for everyone, throughout.
[[nodiscard]] Bundle lever_alone(SearchSpace const& space, std::size_t lever);
[[nodiscard]] Bundle random_bundle(SearchSpace const& space, Stream& stream);
// One thing is different: a lever more, fewer or exchanged, another target, intensity or window.
[[nodiscard]] Bundle changed(SearchSpace const& space, Bundle bundle, Stream& stream);
// The first parent with, at an even chance each, what the other does with a lever; cut to size at random.
[[nodiscard]] Bundle crossed(SearchSpace const& space, Bundle const& a, Bundle const& b, Stream& stream);

// As a strategy of that name, and in a scenario: "{meaning: …, interventions: [{lever: training, …}]}".
[[nodiscard]] Strategy strategy_of(SearchSpace const& space, Bundle const& bundle, std::string name);
[[nodiscard]] Node as_strategy(SearchSpace const& space, Bundle const& bundle, std::string const& meaning);

}  // namespace micropol
