#pragma once

#include <vector>

#include "base/json.h"
#include "organisation/import.h"

namespace micropol::app {

// The data-quality summary of imported people and ties, line by line.
[[nodiscard]] std::vector<Phrase> describe(DataQuality const& quality);

// The same for programs.
[[nodiscard]] Json in_json(DataQuality const& quality);

}  // namespace micropol::app
