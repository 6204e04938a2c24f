#include "statistics/design.h"

#include <boost/random/sobol.hpp>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "base/random.h"

namespace micropol {

namespace {

void require(bool holds, char const* what) {
    if (!holds) throw std::invalid_argument(what);
}

double level_of(std::size_t level, std::size_t levels) { return levels == 1 ? 0.5 : double(level) / double(levels - 1); }

// 0 … count - 1 in random order: R. A. Fisher & F. Yates (1938), as by R. Durstenfeld (1964).
std::vector<std::size_t> permutation(std::size_t count, Stream& chance) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = count; left > 1; --left) std::swap(order[left - 1], order[chance.below(std::uint32_t(left))]);
    return order;
}

void append_trajectory(Points& points, std::size_t dimensions, std::size_t levels, Stream& chance) {
    std::size_t const half = levels / 2;
    std::vector<std::size_t> at(dimensions);
    for (std::size_t& level : at) level = chance.below(std::uint32_t(levels));
    auto const append = [&] {
        Point& point = points.emplace_back();
        for (std::size_t const level : at) point.push_back(level_of(level, levels));
    };
    append();
    for (std::size_t const moves : permutation(dimensions, chance)) {
        at[moves] = at[moves] < half ? at[moves] + half : at[moves] - half;
        append();
    }
}

}  // namespace

Points full_grid(std::span<std::size_t const> levels) {
    require(!levels.empty(), "a grid needs a dimension");
    std::size_t count = 1;
    for (std::size_t const of_dimension : levels) {
        require(of_dimension > 0, "a grid needs a level in each dimension");
        require(count <= std::numeric_limits<std::uint32_t>::max() / of_dimension, "a grid of more than 2^32 points");
        count *= of_dimension;
    }
    Points points(count, Point(levels.size()));
    for (std::size_t number = 0; number < count; ++number) {
        std::size_t rest = number;
        for (std::size_t d = levels.size(); d-- > 0; rest /= levels[d]) points[number][d] = level_of(rest % levels[d], levels[d]);
    }
    return points;
}

Points one_at_a_time(Point const& base, std::size_t levels) {
    require(!base.empty() && levels >= 2, "one at a time needs a dimension and two levels");
    Points points(1 + base.size() * levels, base);
    for (std::size_t d = 0; d < base.size(); ++d)
        for (std::size_t level = 0; level < levels; ++level) points[1 + d * levels + level][d] = level_of(level, levels);
    return points;
}

Points random_points(std::size_t dimensions, std::size_t count, std::uint64_t seed) {
    require(dimensions > 0 && count > 0, "random points need a dimension and a count");
    Points points(count, Point(dimensions));
    for (std::size_t row = 0; row < count; ++row) {
        Stream chance(seed, std::uint32_t(row), purpose("design: random points"));
        for (double& coordinate : points[row]) coordinate = chance.uniform();
    }
    return points;
}

Points latin_hypercube(std::size_t dimensions, std::size_t count, std::uint64_t seed) {
    require(dimensions > 0 && count > 0 && count < (1u << 20), "a Latin hypercube needs a dimension and 1 to 2^20 points");
    Points points(count, Point(dimensions));
    for (std::size_t d = 0; d < dimensions; ++d) {
        Stream chance(seed, std::uint32_t(d), purpose("design: latin hypercube"));
        std::vector<std::size_t> const strata = permutation(count, chance);
        // 32 bits within the stratum: the sum is exact below 2^20 strata, and nothing rounds into the next one.
        for (std::size_t row = 0; row < count; ++row)
            points[row][d] = (double(strata[row]) + double(chance.word()) * 0x1p-32) / double(count);
    }
    return points;
}

Points sobol_sequence(std::size_t dimensions, std::size_t count, std::size_t first) {
    require(dimensions > 0 && dimensions <= boost::random::default_sobol_table::max_dimension,
            "Sobol's sequence takes 1 to 3,667 dimensions");
    require(count > 0, "Sobol's sequence needs a count");
    boost::random::sobol sequence(dimensions);  // begins with point 1
    if (first > 1) sequence.discard((first - 1) * dimensions);
    Points points(count, Point(dimensions));
    for (std::size_t number = 0; number < count; ++number)
        if (first + number > 0)
            for (double& coordinate : points[number]) coordinate = double(sequence()) * 0x1p-64;  // exact below 2^53 points
    return points;
}

Points shifted(Points points, std::uint64_t seed) {
    require(!points.empty(), "a shift needs points");
    for (std::size_t d = 0; d < points.front().size(); ++d) {
        Stream chance(seed, std::uint32_t(d), purpose("design: shift"));
        double const shift = double(chance.word()) * 0x1p-32;  // exact for the first 2^32 points of Sobol's sequence
        for (Point& point : points) {
            point[d] += shift;
            if (point[d] >= 1) point[d] -= 1;
        }
    }
    return points;
}

Points morris_trajectories(std::size_t dimensions, std::size_t count, std::size_t levels, std::uint64_t seed) {
    require(dimensions > 0 && count > 0, "trajectories need a dimension and a count");
    require(levels >= 2 && levels % 2 == 0, "trajectories need an even number of levels");
    Points points;
    points.reserve(count * (dimensions + 1));
    for (std::size_t trajectory = 0; trajectory < count; ++trajectory) {
        Stream chance(seed, std::uint32_t(trajectory), purpose("design: morris"));
        append_trajectory(points, dimensions, levels, chance);
    }
    return points;
}

Points saltelli_design(Points const& base, bool second_order) {
    require(!base.empty() && !base.front().empty() && base.front().size() % 2 == 0,
            "this design needs rows of twice as many coordinates as there are dimensions");
    std::size_t const dimensions = base.front().size() / 2;
    Points points;
    points.reserve(base.size() * saltelli_row(dimensions, second_order));
    for (Point const& row : base) {
        auto const middle = row.begin() + std::ptrdiff_t(dimensions);
        Point const a(row.begin(), middle), b(middle, row.end());
        points.push_back(a);
        points.push_back(b);
        auto const append_mixed = [&](Point const& most, Point const& one) {
            for (std::size_t i = 0; i < dimensions; ++i) points.emplace_back(most)[i] = one[i];
        };
        append_mixed(a, b);
        if (second_order) append_mixed(b, a);
    }
    return points;
}

}  // namespace micropol
