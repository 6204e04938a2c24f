#pragma once
// What earlier versions of the scenario format had and this one calls otherwise, has in common, or has no more.

#include <string>
#include <string_view>
#include <vector>

#include "scenario/read_scenario.h"

namespace micropol {

// Whatever CHANGELOG.md says was renamed, joined or taken away. Of several that are one today the first keeps its value.
struct FormerKey {
    std::string path;
    std::string_view renamed;  // what the last key of the path is called today; empty: there is none
    std::string_view why;
};
[[nodiscard]] std::vector<FormerKey> former_keys(KnownPlugins const& known);

// Whether a group of an earlier version had this key.
[[nodiscard]] bool was_known(std::string_view group, std::string_view key);

}  // namespace micropol
