#include "study/sweep/sweep_design.h"

#include <algorithm>

#include "study/compare/compare.h"

namespace micropol {

namespace {

// Words and whole numbers have no more values than they have.
std::size_t levels_of(Factor const& factor, std::size_t levels) {
    std::size_t const values = count_of_values(factor);
    bool const words = std::holds_alternative<Words>(factor.values);
    return words ? values : values > 0 ? std::min(values, levels) : levels;
}

// A grid in which each level stands in the middle of its share where a factor has just so many values, so that each of them
// comes up; at the ends of the range where it has as many as one likes.
double spread(Factor const& factor, double even, std::size_t levels) {
    if (count_of_values(factor) != levels) return even;
    double const level = levels > 1 ? even * double(levels - 1) : 0;
    return (level + 0.5) / double(levels);
}

Points grid_of(SweepDefinition const& definition) {
    std::vector<std::size_t> const levels = levels_of(definition);
    Points points = full_grid(levels);
    for (Point& point : points)
        for (std::size_t k = 0; k < point.size(); ++k) point[k] = spread(definition.factors[k], point[k], levels[k]);
    return points;
}

// The middle of everything, then each factor at each of its levels: factor after factor.
Points one_at_a_time_of(SweepDefinition const& definition) {
    std::vector<std::size_t> const levels = levels_of(definition);
    Point const base(definition.factors.size(), 0.5);
    Points points{base};
    for (std::size_t k = 0; k < levels.size(); ++k)
        for (std::size_t level = 0; level < levels[k]; ++level) {
            double const even = levels[k] > 1 ? double(level) / double(levels[k] - 1) : 0.5;
            points.push_back(base);
            points.back()[k] = spread(definition.factors[k], even, levels[k]);
        }
    return points;
}

// Ends that hardly ever come up are left out: from the 1st to the 99th percentile.
Points moved_inward(std::vector<Factor> const& factors, Points points) {
    for (std::size_t k = 0; k < factors.size(); ++k)
        for (Point& point : points)
            if (has_remote_ends(factors[k])) point[k] = 0.01 + 0.98 * point[k];
    return points;
}

}  // namespace

std::vector<std::size_t> levels_of(SweepDefinition const& definition) {
    std::vector<std::size_t> levels;
    for (Factor const& factor : definition.factors) levels.push_back(levels_of(factor, definition.levels));
    return levels;
}

double count_of_points(SweepDefinition const& definition) {
    auto const size = double(definition.size), factors = double(definition.factors.size());
    double product = 1, sum = 1;
    for (Factor const& factor : definition.factors) {
        auto const levels = double(levels_of(factor, definition.levels));
        product *= levels, sum += levels;
    }
    switch (definition.design) {
        case Design::grid: return product;
        case Design::one_at_a_time: return sum;
        case Design::morris: return size * (factors + 1);
        case Design::sobol: return size * double(saltelli_row(definition.factors.size(), definition.second_order));
        case Design::list: return double(definition.listed.size());
        case Design::latin_hypercube:
        case Design::sobol_sequence: break;
    }
    return size;
}

Points points_of(SweepDefinition const& definition) {
    std::size_t const factors = definition.factors.size(), size = definition.size;
    switch (definition.design) {
        case Design::grid: return moved_inward(definition.factors, grid_of(definition));
        case Design::one_at_a_time: return moved_inward(definition.factors, one_at_a_time_of(definition));
        case Design::latin_hypercube: return latin_hypercube(factors, size, definition.seed);
        case Design::sobol_sequence: return shifted(sobol_sequence(factors, size, 0), definition.seed);
        case Design::morris:
            return moved_inward(definition.factors, morris_trajectories(factors, size, definition.levels, definition.seed));
        case Design::sobol:
            return saltelli_design(shifted(sobol_sequence(2 * factors, size, 0), definition.seed), definition.second_order);
        case Design::list: break;
    }
    return definition.listed;
}

bool shares_blocks(Design design) { return design == Design::grid || design == Design::one_at_a_time || design == Design::list; }

std::size_t group_of(SweepDefinition const& definition, std::size_t point) {
    if (shares_blocks(definition.design)) return 0;
    if (definition.design == Design::morris) return point / (definition.factors.size() + 1);
    if (definition.design == Design::sobol) return point / saltelli_row(definition.factors.size(), definition.second_order);
    return point;
}

std::vector<Variant> variants_of(SweepDefinition const& definition, Points const& points) {
    std::vector<Variant> variants;
    for (std::size_t k = 0; k < points.size(); ++k) {
        Variant variant{std::to_string(k), definition.strategy, overrides_at(definition.factors, points[k])};
        auto const swept = std::ranges::find(variant.changes, strategy_path, &Override::path);
        if (swept != variant.changes.end()) {
            variant.strategy = swept->value == no_strategy ? "" : swept->value;
            variant.changes.erase(swept);
        }
        variants.push_back(variant);
        if (!definition.against) continue;
        variant.strategy = *definition.against;
        variants.push_back(std::move(variant));
    }
    return variants;
}

std::vector<Task> tasks_of(SweepDefinition const& definition, std::size_t points, std::uint32_t first) {
    std::vector<Task> tasks;
    std::size_t const arms = definition.arms();
    for (std::size_t point = 0; point < points; ++point)
        for (std::size_t arm = 0; arm < arms; ++arm)
            for (std::uint32_t block = 0; block < definition.blocks; ++block)
                tasks.push_back({first + std::uint32_t(point * arms + arm),
                                 std::uint32_t(group_of(definition, point)) * definition.blocks + block});
    return tasks;
}

SweepValues no_values(SweepDefinition const& definition, std::size_t outcomes, std::size_t points) {
    std::vector<double> const none(points * definition.blocks);
    return SweepValues(definition.arms(), std::vector<std::vector<double>>(outcomes, none));
}

void set_values(SweepDefinition const& definition, SweepValues& values, std::size_t task, FinalValues const& horizon) {
    std::size_t const arms = definition.arms(), blocks = definition.blocks;
    std::size_t const point = task / blocks / arms, arm = task / blocks % arms, block = task % blocks;
    for (std::size_t outcome = 0; outcome < horizon.size(); ++outcome)
        values[arm][outcome].at(point * blocks + block) = sum_of(horizon[outcome]) / histories_per_block;
}

}  // namespace micropol
