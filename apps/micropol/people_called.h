#pragma once
// What results call people who were imported and have no names in them.

#include <string>
#include <vector>

#include "scenario/scenario.h"

namespace micropol::app {

struct Called {
    std::string id, name, in_results;
};

// scenario: imports people. Throws InvalidInput.
[[nodiscard]] std::vector<Called> people_called(Scenario const& scenario);

}  // namespace micropol::app
