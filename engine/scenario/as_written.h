#pragma once
// A scenario as it was written, changed but not yet understood: for whoever hands it on.

#include <string>
#include <string_view>
#include <vector>

#include "scenario/node.h"
#include "scenario/read_scenario.h"

namespace micropol {

// The tree of the text with each override in its place: reads back as the scenario that these overrides make of the text. `name`
// stands for the file in problems. Throws InvalidInput where the text cannot be read, or an override leads nowhere.
[[nodiscard]] Node as_written(std::string_view text, std::string const& name, KnownPlugins const& known,
                              std::vector<Override> const& overrides);

}  // namespace micropol
