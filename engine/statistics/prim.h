#pragma once
// Under which assumptions something fails: a box around the failures, by PRIM, the patient rule induction method of
// J. H. Friedman, N. I. Fisher (1999), Bump hunting in high-dimensional data, Statistics and Computing 9, read as scenario
// discovery: B. P. Bryant, R. J. Lempert (2010), Technological Forecasting and Social Change 77.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/parameter.h"
#include "statistics/design.h"

namespace micropol {

// What a box holds. Where a side is open, its bound is infinite.
struct Box {
    std::vector<Range> ranges;  // [dimension]
    std::size_t points = 0, failures = 0;
    double coverage = 0;  // share of all failures that lie inside
    double density = 0;   // share of the points inside that failed
};

// A dimension that the box restricts. by_chance: how likely at least as many failures inside would be if this restriction
// told nothing, hence failures inside came up as often as in the box without it (binomial). A quasi-p-value: the box was
// sought, so that it is too small, and serves to drop restrictions, not to prove them.
struct Restriction {
    std::size_t dimension;
    double by_chance;
};

struct Discovery {
    std::vector<Box> peeling;  // from everything to the smallest box: more density for less coverage
    std::size_t chosen = 0;    // which of them was pasted: the greatest harmonic mean of coverage and density
    Box box;
    std::vector<Restriction> restrictions;  // of box, in order of dimension
};

struct Prim {
    double peel = 0.05;      // share of the points inside that one peel takes off, at least one point
    double smallest = 0.05;  // share of all points that a box must hold
};

// points: [point][dimension], of any unit; failed: [point], 0 or 1. Of two peels or pastes that are as good, the one that
// moves fewer points, then the first dimension's lower side. Without failures or without other points the box is everything.
// Throws std::invalid_argument if the sides differ in length, are empty, or the shares leave (0, 1).
[[nodiscard]] Discovery discover(Points const& points, std::span<std::uint8_t const> failed, Prim const& how = {});

// What the bounds of a box of these points tell, one by one.
[[nodiscard]] std::vector<Restriction> restrictions_of(Box const& box, Points const& points,
                                                       std::span<std::uint8_t const> failed);

}  // namespace micropol
