#pragma once
// Scenarios of earlier versions in the format of today.

#include <string>
#include <string_view>
#include <vector>

#include "scenario/read_scenario.h"
#include "words/problem.h"

namespace micropol {

struct Upgraded {
    std::string text;              // comments and layout as they were
    std::vector<Problem> changes;  // what is not as it was, with its place in the old text; empty: nothing
};

// Only what later versions call otherwise or have no more is touched. Throws InvalidInput where the text cannot be read as YAML.
[[nodiscard]] Upgraded upgrade(std::string_view text, std::string const& name, KnownPlugins const& known);

}  // namespace micropol
