#pragma once
// The factors of a sweep, and the points of a list, held against the scenario: every value of every factor (of a range, its ends).

#include "organisation/table.h"
#include "scenario/read_scenario.h"
#include "study/sweep/sweep.h"
#include "study/sweep/sweep_design.h"

namespace micropol {

// Those asked for, or else every uncertain number that the scenario gives; what it leaves open only with all_assumptions, or where
// it gives none. definition: says the strategies. Throws InvalidInput with every problem at once.
[[nodiscard]] std::vector<Factor> swept_factors(SweepPlan const& plan, ScenarioSource const& source,
                                                SweepDefinition const& definition);

struct PointList {
    std::vector<Factor> factors;
    Points points;
};
// Likewise.
[[nodiscard]] PointList listed_points(RowTable const& table, ScenarioSource const& source, SweepDefinition const& definition);

}  // namespace micropol
