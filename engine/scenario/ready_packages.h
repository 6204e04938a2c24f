#pragma once
// Strategies to compare where a scenario has none of its own. They are aimed at what a sponsor can see: departments, levels, and what
// people voice.

#include <optional>
#include <string>
#include <vector>

#include "scenario/change.h"
#include "scenario/node.h"

namespace micropol {

// Of the organisation that they are for.
struct PackageSetting {
    std::vector<std::string> marketing = {}, sales = {};  // departments that do that work
    int weeks = 104;
    std::optional<std::vector<std::string>> levers = {};  // that are known; nothing: all
};

// As `strategies` of a scenario: what is aimed at departments that are not there is left out, and what comes after the end.
[[nodiscard]] Node ready_packages(PackageSetting const& setting);

// The same as changes of a scenario that has no strategies.
[[nodiscard]] std::vector<Override> add_ready_packages(PackageSetting const& setting);

// Whether it is what a ready package means, word for word: then readers know it in their language.
[[nodiscard]] bool is_meaning_of_package(std::string const& meaning);

}  // namespace micropol
