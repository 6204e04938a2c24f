#pragma once
// Interventions that an explanation adds to a scenario, to see what they would have done.

#include <string>
#include <string_view>
#include <vector>

#include "study/archive.h"

namespace micropol {

// One more intervention behind those of the scenario, so that the numbers of the others are drawn as ever. free: it costs
// neither money nor credibility.
[[nodiscard]] Override extra_intervention(std::string_view lever, double intensity, Target const& target, bool free);

// The people whom the scenario silences, and this one.
[[nodiscard]] Override with_silenced(Scenario const& scenario, std::string const& id);

// The same under another name with these changes besides.
[[nodiscard]] Variant changed(Variant base, std::string name, std::vector<Override> const& more);

}  // namespace micropol
