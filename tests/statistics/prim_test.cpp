#include "statistics/prim.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

#include "base/random.h"

namespace micropol {
namespace {

using Flags = std::vector<std::uint8_t>;

Flags flags(Points const& points, std::function<bool(Point const&)> const& fails) {
    Flags result;
    for (Point const& point : points) result.push_back(fails(point));
    return result;
}

bool in_the_box(Point const& x) { return x[1] >= 0.3 && x[1] <= 0.7 && x[3] > 0.6; }

TEST(Prim, finds_a_known_box) {
    Points const points = latin_hypercube(5, 4000, 1);
    Discovery const found = discover(points, flags(points, in_the_box));
    ASSERT_EQ(found.restrictions.size(), 2u);
    EXPECT_EQ(found.restrictions[0].dimension, 1u);
    EXPECT_EQ(found.restrictions[1].dimension, 3u);
    for (Restriction const& restriction : found.restrictions) EXPECT_LT(restriction.by_chance, 1e-50);
    EXPECT_NEAR(found.box.ranges[1].low, 0.3, 0.02);
    EXPECT_NEAR(found.box.ranges[1].high, 0.7, 0.02);
    EXPECT_NEAR(found.box.ranges[3].low, 0.6, 0.02);
    EXPECT_EQ(found.box.ranges[3].high, std::numeric_limits<double>::infinity());
    EXPECT_GT(found.box.coverage, 0.95);
    EXPECT_GT(found.box.density, 0.95);
}

// Every fifth point inside survives, one in twenty outside fails.
TEST(Prim, finds_it_through_noise) {
    Points const points = latin_hypercube(5, 4000, 2);
    Stream chance(1, 0, purpose("test: prim"));
    Discovery const found = discover(points, flags(points, [&](Point const& x) {
                                         double const u = chance.uniform();
                                         return in_the_box(x) ? u < 0.8 : u < 0.05;
                                     }));
    EXPECT_NEAR(found.box.ranges[1].low, 0.3, 0.03);
    EXPECT_NEAR(found.box.ranges[1].high, 0.7, 0.03);
    EXPECT_NEAR(found.box.ranges[3].low, 0.6, 0.03);
    EXPECT_NEAR(found.box.density, 0.8, 0.05);
    EXPECT_GT(found.box.coverage, 0.65);  // 0.128 of 0.17 failures lie inside
    for (Restriction const& restriction : found.restrictions)
        EXPECT_TRUE(restriction.dimension == 1 || restriction.dimension == 3 || restriction.by_chance > 1e-4);
}

TEST(Prim, peeling_gives_coverage_for_density) {
    Points const points = latin_hypercube(3, 1000, 3);
    Discovery const found = discover(points, flags(points, [](Point const& x) { return x[0] + x[1] > 1.4; }));
    Box const& all = found.peeling.front();
    EXPECT_EQ(all.points, 1000u);
    EXPECT_EQ(all.coverage, 1);
    EXPECT_NEAR(all.density, 0.18, 0.02);
    for (std::size_t k = 1; k < found.peeling.size(); ++k) {
        EXPECT_LT(found.peeling[k].points, found.peeling[k - 1].points);
        EXPECT_LE(found.peeling[k].coverage, found.peeling[k - 1].coverage);
        EXPECT_GE(found.peeling[k].points, 50u);
        EXPECT_GE(double(found.peeling[k].points), std::floor(0.95 * double(found.peeling[k - 1].points)));
    }
    EXPECT_GT(found.peeling.back().density, 0.95);
}

// Twenty points on a line, of which 5 to 14 fail, numbered from 0; a tenth is peeled at a time. By hand: two from below, two
// from above, and so on until ten are left or one side is through; cuts lie halfway.
TEST(Prim, by_hand_on_a_line) {
    Points points;
    for (int k = 0; k < 20; ++k) points.push_back({double(k)});
    Flags const failed = flags(points, [](Point const& x) { return x[0] >= 5 && x[0] <= 14; });
    Discovery const found = discover(points, failed, {.peel = 0.1, .smallest = 0.1});
    EXPECT_EQ(found.peeling[1].ranges[0].low, 1.5);
    EXPECT_EQ(found.peeling[1].points, 18u);
    EXPECT_EQ(found.box.ranges[0].low, 4.5);
    EXPECT_EQ(found.box.ranges[0].high, 14.5);
    EXPECT_EQ(found.box.failures, 10u);
    EXPECT_EQ(found.box.density, 1);
    // Without the restriction half of the points fail: ten of ten by chance.
    ASSERT_EQ(found.restrictions.size(), 1u);
    EXPECT_NEAR(found.restrictions[0].by_chance, std::pow(0.5, 10), 1e-12);
}

// Ten of sixteen fail inside and two of sixteen outside: P(X >= 10) for X ~ Bin(16, 3/8), in whole numbers
// sum C(16, k) 3^k 5^(16 - k) / 8^16.
TEST(Prim, tail_of_the_binomial) {
    Points points;
    Flags failed;
    for (int k = 0; k < 32; ++k) points.push_back({k < 16 ? 0.0 : 1.0}), failed.push_back(k < 10 || k >= 30);
    Discovery const found = discover(points, failed, {.peel = 0.5, .smallest = 0.5});
    ASSERT_EQ(found.restrictions.size(), 1u);
    EXPECT_EQ(found.box.failures, 10u);
    EXPECT_EQ(found.box.points, 16u);
    EXPECT_NEAR(found.restrictions[0].by_chance, 0.037439275817451545, 1e-12);
}

// Greed peels too far on some of these: there pasting adds points, and never for a thinner box.
TEST(Prim, pasting_takes_back_what_was_peeled_too_far) {
    int won = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Points const points = latin_hypercube(4, 500, seed);
        Stream chance(seed, 0, purpose("test: pasting"));
        Discovery const found = discover(points, flags(points, [&](Point const& x) {
                                             double const u = chance.uniform();
                                             return in_the_box(x) ? u < 0.8 : u < 0.1;
                                         }));
        Box const& peeled = found.peeling[found.chosen];
        EXPECT_GE(found.box.density, peeled.density);
        EXPECT_GE(found.box.coverage, peeled.coverage);
        won += found.box.coverage > peeled.coverage;
    }
    EXPECT_GT(won, 3);
}

TEST(Prim, values_that_are_equal_go_together) {
    std::vector<std::size_t> const levels{4, 4};
    Points const grid = full_grid(levels);
    Discovery const found = discover(grid, flags(grid, [](Point const& x) { return x[1] > 0.5; }));
    EXPECT_EQ(found.box.points, 8u);
    EXPECT_EQ(found.box.density, 1);
    EXPECT_NEAR(found.box.ranges[1].low, 0.5, 1e-12);
    EXPECT_EQ(found.restrictions.size(), 1u);
}

TEST(Prim, without_failures_or_survivors_the_box_is_everything) {
    Points const points = latin_hypercube(2, 50, 4);
    for (std::uint8_t const all : Flags{0, 1}) {
        Discovery const found = discover(points, Flags(50, all));
        EXPECT_EQ(found.peeling.size(), 1u);
        EXPECT_EQ(found.box.points, 50u);
        EXPECT_EQ(found.box.density, all);
        EXPECT_TRUE(found.restrictions.empty());
    }
    EXPECT_THROW((void)discover(points, Flags(49, 0)), std::invalid_argument);
    EXPECT_THROW((void)discover({}, Flags{}), std::invalid_argument);
    EXPECT_THROW((void)discover(points, Flags(50, 0), {.peel = 0}), std::invalid_argument);
}

}  // namespace
}  // namespace micropol
