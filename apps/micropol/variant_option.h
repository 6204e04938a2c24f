#pragma once
// --variant "name: path=value, path=value": a way to try the scenario that no strategy of it is.

#include <string>

#include "study/archive.h"

namespace micropol::app {

// `strategy=NAME` among the settings: under that strategy, else under none. Throws WrongUsage.
[[nodiscard]] Variant parse_variant(std::string const& text);

}  // namespace micropol::app
