#pragma once
// Parts of a scenario by themselves, as its file would write them: "{lever: training, intensity: 0.6}".

#include <optional>

#include "scenario/read_scenario.h"

namespace micropol {

// Nothing, and problems of that place, where it is none. Names of departments and people are not known here.
[[nodiscard]] std::optional<InterventionSection> read_intervention(std::string_view text, Place const& place,
                                                                   KnownPlugins const& known, std::vector<Problem>& problems);
[[nodiscard]] std::optional<ShockSection> read_shock(std::string_view text, Place const& place, KnownPlugins const& known,
                                                     std::vector<Problem>& problems);

}  // namespace micropol
