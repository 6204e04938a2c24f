#pragma once
// Puts people whose influence somebody has judged where they belong among all: by whom others turn to, and how well they cope with it.

#include "organisation/drawn_plan.h"
#include "organisation/import.h"

namespace micropol {

// Somewhere within what is known, drawn anew in every organisation.
[[nodiscard]] double draw_within(KnownWithin const& known, std::string_view subject, Chances const& chances);

// Gives each of them the place in the order of power before the start that is drawn within what is known. Nobody's level changes: whom
// others turn to, and relationship and political skill, rise or fall from what was drawn until the place is reached, or one end of them.
// What is taken for power: (1 + level) · (floor + min(sought / full reach, 1) · relationship skill) · (1 + weight · sought / mean
// sought), the power mechanism at its usual numbers, before data count.
void match_influence(Organisation& organisation, std::span<KnownWithin const> influence, Chances const& chances);

}  // namespace micropol
