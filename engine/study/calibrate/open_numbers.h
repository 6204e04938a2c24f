#pragma once
// What of a scenario is open when it is calibrated.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenario/read_scenario.h"

namespace micropol {

// A number that is to be calibrated beside those that the scenario leaves open.
struct NumberAsked {
    std::string path;
    std::optional<std::string> values = {};  // "0.1..0.6"; without, as is plausible
    std::string place = {};                  // who asked, for problems: "--factor culture.rivalry"
};

// What the scenario is changed by, before whatever else changes it: everything is open that is not known, or, where numbers are asked for,
// these and what it leaves open itself. strategy: what the company did, "" for nothing; assumptions: "default" or "drawn", instead.
// Throws InvalidInput with every number that cannot be calibrated.
[[nodiscard]] std::vector<Override> opening_of(ScenarioSource const& scenario, std::string const& strategy,
                                               std::span<NumberAsked const> asked,
                                               std::optional<std::string> const& assumptions = {});

}  // namespace micropol
