#pragma once

#include <string>

#include "organisation/import.h"

namespace micropol::app {

// The data-quality summary of imported people and ties, in plain lines.
[[nodiscard]] std::string describe(DataQuality const& quality);

}  // namespace micropol::app
