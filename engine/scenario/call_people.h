#pragma once
// A scenario that is kept speaks of people as results do: by their pseudonyms.

#include <map>
#include <string>

#include "scenario/scenario.h"

namespace micropol {

// Whether it names people itself: in lists of its own, as targets, or as those who are silenced.
[[nodiscard]] bool names_people(Scenario const& scenario);

// The text of a resolved scenario with each of these people, by id, called otherwise; what else a list says of who they are is left
// out. The text is the same scenario but for that where people are in a file.
[[nodiscard]] std::string with_people_called(std::string const& resolved, std::map<std::string, std::string> const& called);

}  // namespace micropol
