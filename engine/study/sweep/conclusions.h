#pragma once
// What a sweep concludes: which assumptions decide a result, how much of it is chance, and where it fails. A pure function
// of definition and values, so that a stored sweep says again what it said at first.
//
// Intervals are over what was drawn independently: points, rows or trajectories where these have blocks of their own, blocks
// where all points share them.

#include <optional>
#include <vector>

#include "statistics/prim.h"
#include "statistics/sensitivity.h"
#include "statistics/variance_share.h"
#include "study/finished.h"
#include "study/sweep/response_curve.h"
#include "study/sweep/sweep_design.h"

namespace micropol {

// What one factor does to the response.
struct FactorEffect {
    std::size_t factor = 0;
    // By which factors are ranked: the mean size of an elementary effect (morris); the total index (sobol); the change of the
    // level that changes most against the base (one_at_a_time; 95 % for all levels of all factors together); the share of
    // the variance between points that this factor alone explains (others; 95 % each, of a grid by the jackknife over blocks).
    Index weight = {};
    bool clear = false;  // to be told from chance
    // How likely at least as much would be if the factor did nothing: the others; 1 where that is not asked.
    double by_chance = 1;
    std::vector<CurveStep> curve = {};  // lowest value first, or in the order given
};

// Two factors together, beyond each alone: sobol with second order.
struct PairEffect {
    std::size_t first = 0, second = 0;
    Index weight = {};
};

struct ResponseConclusion {
    std::size_t outcome = 0;
    std::size_t unknown_values = 0;          // of blocks; with any, nothing is concluded
    Estimate mean = {};                      // over the design
    double lowest = 0, highest = 0;          // means of points
    std::vector<FactorEffect> effects = {};  // strongest first; in the order given where they are equal
    std::vector<PairEffect> pairs = {};      // strongest first
    // Of the variance of one block of sixteen histories, the share that the assumptions explain; the rest is chance: who
    // works there and what happens. NaN where points share their blocks, or have one only.
    VarianceShare by_assumptions = {};
    std::vector<ElementaryEffects> elementary = {};  // [factor]; morris
    std::optional<SobolIndices> indices = {};        // sobol
};

// Where it fails. Without a rule of the user: worse than the other strategy; a flag in less than half of the histories; else
// the lowest quarter of the points.
struct FailureConclusion {
    FailsWhen rule = {};
    bool usual = false;  // no rule of the user
    std::size_t failures = 0, points = 0;
    std::optional<Discovery> found = {};  // nothing without failures, or if all fail; in units of coordinate_at
    // Of its box, with the limits alone that are unlikely to be by chance: what it then holds.
    Box box = {};
    std::vector<Restriction> restrictions = {};
};

struct Sweep {
    StudyFacts facts;
    SweepDefinition definition;
    Points points;
    SweepValues values;
    std::vector<ResponseConclusion> responses = {};  // [asked outcome]
    std::optional<FailureConclusion> failure = {};   // not of morris and one_at_a_time: their points are no sample
};

// Throws std::invalid_argument if the values do not fit the definition.
[[nodiscard]] Sweep conclude(StudyFacts const& facts, SweepDefinition const& definition, SweepValues const& values);

// What a definition responds with: [point * blocks + block] the outcome, or its difference to the other strategy.
[[nodiscard]] std::vector<double> response_of(SweepDefinition const& definition, SweepValues const& values, std::size_t outcome);

// Where responses with an outcome of the facts can lie.
[[nodiscard]] Ends ends_of_response(Sweep const& sweep, std::size_t outcome);

// Mean of a point's blocks.
[[nodiscard]] double mean_at(Sweep const& sweep, std::size_t point, std::size_t arm, std::size_t outcome);
// What files for programs call a mean: "substantive", "against_substantive".
[[nodiscard]] std::string key_of(Sweep const& sweep, std::size_t arm, std::size_t outcome);

// A limit of a box as likely as this without telling anything is left out.
inline constexpr double likely_by_chance = 0.05;

}  // namespace micropol
