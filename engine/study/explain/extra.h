#pragma once
// What an explanation changes about a scenario, to see what would have come of it.

#include <string>
#include <string_view>
#include <vector>

#include "study/archive.h"

namespace micropol {

// One more intervention behind those of the scenario, so that the numbers of the others are drawn as ever. free: it costs
// neither money nor credibility.
[[nodiscard]] AddIntervention extra_intervention(std::string_view lever, double intensity, Target const& target, bool free);

// The people whom the scenario silences, and this one.
[[nodiscard]] SilencePeople with_silenced(Scenario const& scenario, std::string const& id);

// Whether an intervention can be in force before that week: what waits for something is in the week after it was seen.
[[nodiscard]] bool begins_before(InterventionSection const& intervention, int week);

// The same under another name with these changes besides.
[[nodiscard]] Variant changed(Variant base, std::string name, std::vector<Change> const& more);

}  // namespace micropol
