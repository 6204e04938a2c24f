#pragma once
// Which points to try: in the unit cube, [point][dimension]. A design follows from its arguments alone and is the same on
// every machine. Where chance decides, it is keyed by row or dimension, so that more rows keep the first ones.
// All throw std::invalid_argument for sizes that make no design.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace micropol {

using Point = std::vector<double>;  // [dimension]
using Points = std::vector<Point>;  // [point]

// Every combination of `levels[dimension]` evenly spread values from 0 to 1 (0.5 where there is one), the last dimension
// changing fastest.
[[nodiscard]] Points full_grid(std::span<std::size_t const> levels);

// The base point, then for each dimension the base with that coordinate at each of `levels` evenly spread values:
// point 1 + dimension * levels + level. levels >= 2.
[[nodiscard]] Points one_at_a_time(Point const& base, std::size_t levels);

// Independent and uniform in [0, 1).
[[nodiscard]] Points random_points(std::size_t dimensions, std::size_t count, std::uint64_t seed);

// Each dimension's `count` equal strata are hit once: M. D. McKay, R. J. Beckman, W. J. Conover (1979), Technometrics 21.
[[nodiscard]] Points latin_hypercube(std::size_t dimensions, std::size_t count, std::uint64_t seed);

// Points number first, first + 1, … of Sobol's sequence with the direction numbers of S. Joe, F. Y. Kuo (2008), SIAM
// Journal on Scientific Computing 30; at most 3,667 dimensions. Point 0 is the origin, which is balanced only together
// with a shift: keep it then (A. B. Owen 2020, On dropping the first Sobol' point), and leave it out without.
[[nodiscard]] Points sobol_sequence(std::size_t dimensions, std::size_t count, std::size_t first = 1);

// All points moved by one random vector, around the edges: R. Cranley, T. N. L. Patterson (1976), SIAM Journal on
// Numerical Analysis 13. Each point becomes uniform, and averages without bias.
[[nodiscard]] Points shifted(Points points, std::uint64_t seed);

// `count` trajectories of dimensions + 1 points on a grid of `levels` (even) values; from one point to the next, one
// coordinate moves by levels / (2 (levels - 1)), each once and in random order: M. D. Morris (1991), Technometrics 33.
[[nodiscard]] Points morris_trajectories(std::size_t dimensions, std::size_t count, std::size_t levels, std::uint64_t seed);

// Points that a row of base = (A | B), [row][2 * dimensions], becomes. AB_i is A with coordinate i of B, BA_i the reverse.
// Order within the row: A, B, AB_0 …, then BA_0 … if `second_order`.
[[nodiscard]] constexpr std::size_t saltelli_row(std::size_t dimensions, bool second_order) {
    return 2 + dimensions * (second_order ? 2 : 1);
}

// A. Saltelli (2002), Computer Physics Communications 145; A. Saltelli et al. (2010), same journal 181.
[[nodiscard]] Points saltelli_design(Points const& base, bool second_order);

}  // namespace micropol
