#pragma once
// The response along one factor, averaged over everything else.

#include <span>
#include <vector>

#include "statistics/estimate.h"
#include "study/sweep/sweep_design.h"

namespace micropol {

// Where the factor has this value, or lies between these.
struct CurveStep {
    double from = 0, to = 0;  // as coordinate_at; equal for one value
    std::size_t points = 0;
    Estimate mean;
};

// Which step each point is in: every value is a step of its own where there are few, else equally likely parts of the range.
struct CurveSteps {
    std::vector<CurveStep> steps;  // without means
    std::vector<std::size_t> of;   // [point]
};
[[nodiscard]] CurveSteps curve_steps(SweepDefinition const& definition, Points const& points, std::size_t factor);

// response: [point * blocks + block]; ends: of its values.
[[nodiscard]] std::vector<CurveStep> response_curve(SweepDefinition const& definition, Points const& points,
                                                    std::span<double const> response, std::size_t factor, Ends ends);

// The mean over some of the points, [point] 0 or 1: of blocks where all points share them, else of points, rows or
// trajectories.
[[nodiscard]] Estimate mean_over(SweepDefinition const& definition, std::span<double const> response,
                                 std::vector<bool> const& points, Ends ends);

}  // namespace micropol
