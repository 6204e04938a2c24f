#pragma once
// The shape of an outcome: it reads columns at the end of a week and writes nothing.

#include "state/plugin.h"
#include "state/week.h"

namespace micropol {

struct OutcomeKind {
    PluginSpec plugin;  // parameters: none
    Unit unit;
    std::string_view label;               // as a report shows it: "Substantive adoption"
    Worlds (*measure)(Week const& week);  // one value for each history
};

[[nodiscard]] std::span<OutcomeKind const* const> outcome_catalogue();

}  // namespace micropol
