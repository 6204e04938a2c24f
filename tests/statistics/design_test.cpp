#include "statistics/design.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace micropol {
namespace {

TEST(FullGrid, holds_every_combination_once) {
    std::vector<std::size_t> const levels{3, 1, 2};
    EXPECT_EQ(full_grid(levels), (Points{{0, 0.5, 0}, {0, 0.5, 1}, {0.5, 0.5, 0}, {0.5, 0.5, 1}, {1, 0.5, 0}, {1, 0.5, 1}}));
    std::vector<std::size_t> const many{5, 4, 3, 2};
    Points const points = full_grid(many);
    EXPECT_EQ(points.size(), 120u);
    EXPECT_EQ(std::set<Point>(points.begin(), points.end()).size(), 120u);
}

TEST(OneAtATime, leaves_the_others_at_the_base) {
    EXPECT_EQ(one_at_a_time({0.3, 0.6}, 3), (Points{{0.3, 0.6}, {0, 0.6}, {0.5, 0.6}, {1, 0.6}, {0.3, 0}, {0.3, 0.5}, {0.3, 1}}));
}

TEST(LatinHypercube, hits_each_stratum_once) {
    for (std::size_t const count : {1u, 7u, 100u, 1000u}) {
        Points const points = latin_hypercube(5, count, 3);
        ASSERT_EQ(points.size(), count);
        for (std::size_t d = 0; d < 5; ++d) {
            std::set<int> strata;
            for (Point const& point : points) strata.insert(int(std::floor(point[d] * double(count))));
            EXPECT_EQ(strata.size(), count) << d;
            EXPECT_EQ(*strata.rbegin(), int(count) - 1);
        }
    }
    EXPECT_NE(latin_hypercube(2, 50, 3), latin_hypercube(2, 50, 4));
}

// Columns are drawn on their own: over 1,000 rows a correlation has a standard deviation of 0.032, so that 10 pairs pass
// 0.15 in one of 50,000 seeds.
TEST(LatinHypercube, dimensions_do_not_go_together) {
    std::size_t constexpr rows = 1000;
    Points const points = latin_hypercube(5, rows, 9);
    for (std::size_t a = 0; a < 5; ++a)
        for (std::size_t b = 0; b < a; ++b) {
            double together = 0;
            for (Point const& point : points) together += (point[a] - 0.5) * (point[b] - 0.5);
            EXPECT_LT(std::abs(together * 12 / double(rows)), 0.15) << a << " " << b;
        }
}

TEST(SobolSequence, begins_as_joe_and_kuo_publish_it) {
    EXPECT_EQ(sobol_sequence(3, 7), (Points{{0.5, 0.5, 0.5},
                                            {0.75, 0.25, 0.25},
                                            {0.25, 0.75, 0.75},
                                            {0.375, 0.375, 0.625},
                                            {0.875, 0.875, 0.125},
                                            {0.625, 0.125, 0.875},
                                            {0.125, 0.625, 0.375}}));
}

TEST(SobolSequence, can_be_taken_up_anywhere) {
    Points const all = sobol_sequence(7, 100, 0);
    EXPECT_EQ(all.front(), Point(7, 0));
    for (std::size_t const first : {1u, 2u, 3u, 63u, 64u, 99u}) {
        Points const rest = sobol_sequence(7, 100 - first, first);
        EXPECT_TRUE(std::equal(rest.begin(), rest.end(), all.begin() + std::ptrdiff_t(first))) << first;
    }
}

// With the origin, the first 2^m points hit each of 2^m strata of every dimension once, up to the last dimension.
TEST(SobolSequence, is_balanced_in_every_dimension) {
    std::size_t constexpr dimensions = 3667, count = 64;
    Points const points = sobol_sequence(dimensions, count, 0);
    for (std::size_t d = 0; d < dimensions; ++d) {
        std::set<int> strata;
        for (Point const& point : points) strata.insert(int(point[d] * double(count)));
        ASSERT_EQ(strata.size(), count) << d;
    }
    EXPECT_THROW((void)sobol_sequence(dimensions + 1, 1), std::invalid_argument);
}

TEST(Shift, moves_all_points_alike_around_the_edges) {
    Points const before = sobol_sequence(3, 256, 0), after = shifted(before, 5);
    for (std::size_t d = 0; d < 3; ++d) {
        double const shift = after[0][d] - before[0][d];
        EXPECT_GT(shift, 0);
        for (std::size_t k = 0; k < before.size(); ++k) {
            EXPECT_GE(after[k][d], 0);
            EXPECT_LT(after[k][d], 1);
            double const moved = after[k][d] - before[k][d];
            EXPECT_EQ(moved < 0 ? moved + 1 : moved, shift);
        }
    }
    EXPECT_NE(after, shifted(before, 6));
}

TEST(MorrisTrajectories, move_one_coordinate_at_a_time) {
    std::size_t constexpr dimensions = 5, count = 40, levels = 4;
    double constexpr step = 2.0 / 3;
    Points const points = morris_trajectories(dimensions, count, levels, 1);
    ASSERT_EQ(points.size(), count * (dimensions + 1));
    std::set<std::vector<std::size_t>> orders;
    std::set<double> starts;
    for (std::size_t first = 0; first < points.size(); first += dimensions + 1) {
        std::vector<std::size_t> order;
        for (std::size_t k = first + 1; k <= first + dimensions; ++k)
            for (std::size_t d = 0; d < dimensions; ++d) {
                double const moved = std::abs(points[k][d] - points[k - 1][d]);
                if (moved == 0) continue;
                EXPECT_NEAR(moved, step, 1e-15);
                order.push_back(d);
            }
        starts.insert(points[first][0]);
        orders.insert(order);
        std::ranges::sort(order);
        EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
    }
    EXPECT_GT(orders.size(), 25u);  // 40 draws out of 120 orders
    EXPECT_EQ(starts, (std::set<double>{0, 1.0 / 3, 2.0 / 3, 1}));
}

TEST(SaltelliDesign, exchanges_one_coordinate) {
    EXPECT_EQ(saltelli_design({{0.1, 0.2, 0.8, 0.9}}, true),
              (Points{{0.1, 0.2}, {0.8, 0.9}, {0.8, 0.2}, {0.1, 0.9}, {0.1, 0.9}, {0.8, 0.2}}));
    EXPECT_EQ(saltelli_design(sobol_sequence(6, 10), false).size(), 10 * saltelli_row(3, false));
    EXPECT_EQ(saltelli_design(sobol_sequence(6, 10), true).size(), 10 * saltelli_row(3, true));
}

// A study that goes on keeps what it has.
TEST(Designs, more_rows_keep_the_first_ones) {
    auto const begins_with = [](Points const& longer, Points const& shorter) {
        return std::equal(shorter.begin(), shorter.end(), longer.begin());
    };
    EXPECT_TRUE(begins_with(random_points(4, 20, 7), random_points(4, 10, 7)));
    EXPECT_TRUE(begins_with(sobol_sequence(4, 20), sobol_sequence(4, 10)));
    EXPECT_TRUE(begins_with(morris_trajectories(4, 20, 4, 7), morris_trajectories(4, 10, 4, 7)));
    EXPECT_FALSE(begins_with(random_points(4, 20, 7), random_points(4, 10, 8)));
}

// The first values on the machine where this was written: other compilers and processors must find the same.
TEST(Designs, are_the_same_on_every_machine) {
    auto const hash = [](Points const& points) {
        std::uint64_t sum = 14695981039346656037u;
        for (Point const& point : points)
            for (double const x : point) sum = (sum ^ std::uint64_t(x * 0x1p53)) * 1099511628211u;
        return sum;
    };
    EXPECT_EQ(hash(random_points(3, 100, 1)), 3161582697272108582u);
    EXPECT_EQ(hash(latin_hypercube(3, 100, 1)), 1987182243014416009u);
    EXPECT_EQ(hash(shifted(sobol_sequence(3, 100, 0), 1)), 18407597704646443797u);
    EXPECT_EQ(hash(morris_trajectories(3, 100, 6, 1)), 5075726208583415566u);
}

TEST(Designs, refuse_sizes_that_make_none) {
    std::vector<std::size_t> const nothing, empty_level{2, 0}, huge(40, 10);
    EXPECT_THROW((void)full_grid(nothing), std::invalid_argument);
    EXPECT_THROW((void)full_grid(empty_level), std::invalid_argument);
    EXPECT_THROW((void)full_grid(huge), std::invalid_argument);
    EXPECT_THROW((void)one_at_a_time({0.5}, 1), std::invalid_argument);
    EXPECT_THROW((void)latin_hypercube(0, 5, 1), std::invalid_argument);
    EXPECT_THROW((void)sobol_sequence(2, 0), std::invalid_argument);
    EXPECT_THROW((void)morris_trajectories(2, 5, 5, 1), std::invalid_argument);
    EXPECT_THROW((void)saltelli_design({{0.1, 0.2, 0.3}}, false), std::invalid_argument);
}

}  // namespace
}  // namespace micropol
