#pragma once
// A scenario read once more, with changes that are values: only what they touch goes through the reader again.

#include <optional>
#include <span>

#include "scenario/read_scenario.h"
#include "scenario/scenario_reader.h"

namespace micropol {

struct ReadBefore {
    Scenario scenario;
    Node understood;
    Recording recording;
    std::vector<DepartmentReference> references;
    std::filesystem::path folder;
    bool allow_outside = false;
};

// To shorten the scenario: a mechanism that is on and has its usual numbers needs no mention.
void leave_out_defaults(Scenario& scenario);

// The same as from the text of the changes. Nothing where that is left to tell: where one of them changes what is not there yet, or
// does not fit. Throws InvalidInput for problems that have a place.
[[nodiscard]] std::optional<Scenario> read_again(ReadBefore const& before, Field const& format, std::span<Change const> changes);

}  // namespace micropol
