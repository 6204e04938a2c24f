#include "statistics/sensitivity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <stdexcept>
#include <string>

#include "base/random.h"

namespace micropol {
namespace {

using Function = std::function<double(Point const&)>;

struct Truth {
    std::vector<double> first, total, second;
    double variance;
};

// T. Ishigami, T. Homma (1990) with a = 7, b = 0.1; shares as I. M. Sobol' and Y. L. Levitan (1999) derive them.
double ishigami(Point const& x) {
    auto const angle = [&](std::size_t i) { return std::numbers::pi * (2 * x[i] - 1); };
    double const wave = std::sin(angle(1));
    return std::sin(angle(0)) + 7 * wave * wave + 0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

Truth ishigami_truth() {
    double const a = 7, b = 0.1, pi4 = std::pow(std::numbers::pi, 4), pi8 = pi4 * pi4;
    double const v1 = std::pow(1 + b * pi4 / 5, 2) / 2, v2 = a * a / 8, v13 = b * b * pi8 * 8 / 225, v = v1 + v2 + v13;
    return {{v1 / v, v2 / v, 0}, {(v1 + v13) / v, v2 / v, v13 / v}, {0, v13 / v, 0}, v};
}

std::vector<double> const g_weights{0, 1, 4.5, 9, 99, 99, 99, 99};

// A. Saltelli, I. M. Sobol' (1995).
double g_function(Point const& x) {
    double product = 1;
    for (std::size_t i = 0; i < g_weights.size(); ++i) product *= (std::abs(4 * x[i] - 2) + g_weights[i]) / (1 + g_weights[i]);
    return product;
}

Truth g_truth() {
    Truth truth;
    double all = 1;
    std::vector<double> own;
    for (double const a : g_weights) own.push_back(1 / (3 * (1 + a) * (1 + a))), all *= 1 + own.back();
    truth.variance = all - 1;
    for (double const v : own) {
        truth.first.push_back(v / truth.variance);
        truth.total.push_back(v * all / (1 + v) / truth.variance);
    }
    for (std::size_t i = 0; i < own.size(); ++i)
        for (std::size_t j = i + 1; j < own.size(); ++j) truth.second.push_back(own[i] * own[j] / truth.variance);
    return truth;
}

double linear(Point const& x) { return 100 + 3 * x[0] - 2 * x[1] + x[2]; }

Truth linear_truth() { return {{9.0 / 14, 4.0 / 14, 1.0 / 14}, {9.0 / 14, 4.0 / 14, 1.0 / 14}, {0, 0, 0}, 14.0 / 12}; }

std::vector<double> values_of(Function const& function, Points const& points) {
    std::vector<double> values;
    for (Point const& point : points) values.push_back(function(point));
    return values;
}

// Each point in so many blocks, each with its own chance.
std::vector<double> noisy(std::vector<double> const& values, std::size_t blocks, double sd, Stream& chance) {
    std::vector<double> result;
    for (double const value : values)
        for (std::size_t b = 0; b < blocks; ++b) result.push_back(value + sd * chance.normal());
    return result;
}

Bootstrap const none{.seed = 0, .resamples = 0};

void expect_near(std::vector<Index> const& found, std::vector<double> const& wanted, double tolerance, char const* what) {
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t k = 0; k < found.size(); ++k) EXPECT_NEAR(found[k].value, wanted[k], tolerance) << what << " " << k;
}

void expect_indices(SobolIndices const& found, Truth const& truth, double tolerance) {
    expect_near(found.first, truth.first, tolerance, "first");
    expect_near(found.total, truth.total, tolerance, "total");
    if (!found.second.empty()) expect_near(found.second, truth.second, tolerance, "second");
    EXPECT_NEAR(found.variance / truth.variance, 1, tolerance);
}

TEST(SobolIndices, published_shares_of_ishigami) {
    Truth const truth = ishigami_truth();
    EXPECT_NEAR(truth.first[0], 0.3139, 5e-5);
    EXPECT_NEAR(truth.first[1], 0.4424, 5e-5);
    EXPECT_NEAR(truth.total[0], 0.5576, 5e-5);
    EXPECT_NEAR(truth.total[2], 0.2437, 5e-5);
}

// 4,096 rows: 20,480 evaluations of three numbers, 32,768 with pairs; 40,960 and 73,728 of eight.
TEST(SobolIndices, are_within_a_hundredth_of_the_truth) {
    std::size_t constexpr rows = 4096;
    for (bool const second_order : {false, true}) {
        auto const indices = [&](Function const& function, std::size_t dimensions) {
            Points const points = saltelli_design(sobol_sequence(2 * dimensions, rows), second_order);
            return sobol_indices(values_of(function, points), 1, dimensions, second_order, none);
        };
        expect_indices(indices(ishigami, 3), ishigami_truth(), 0.01);
        expect_indices(indices(linear, 3), linear_truth(), 0.01);
        expect_indices(indices(g_function, 8), g_truth(), 0.01);
    }
}

TEST(SobolIndices, one_block_cannot_tell_noise) {
    Points const points = saltelli_design(sobol_sequence(6, 64), false);
    SobolIndices const found = sobol_indices(values_of(linear, points), 1, 3, false, none);
    EXPECT_TRUE(std::isnan(found.noise));
    EXPECT_TRUE(std::isnan(found.noise_share));
    EXPECT_TRUE(std::isnan(found.first[0].low));  // no resamples
}

// A third of the spread of the points' means is chance. 131,072 rows of three numbers in four blocks: an index has a
// standard deviation of about 0.006, so that one of six passes 0.02 in one of 200 seeds. The seed is fixed.
TEST(SobolIndices, noise_is_taken_out) {
    Truth const truth = ishigami_truth();
    std::size_t constexpr rows = 1 << 17, blocks = 4;
    Stream chance(1, 0, purpose("test: noise of indices"));
    Points const points = saltelli_design(sobol_sequence(6, rows), false);
    std::vector<double> const values = noisy(values_of(ishigami, points), blocks, std::sqrt(blocks * truth.variance / 2), chance);
    SobolIndices const found = sobol_indices(values, blocks, 3, false, none);
    expect_indices(found, truth, 0.02);
    EXPECT_NEAR(found.noise_share, 1.0 / 3, 0.01);

    // Without the correction they are far off: noise passes for variance that every number takes part in.
    std::vector<double> means;
    for (std::size_t k = 0; k < values.size(); k += blocks)
        means.push_back((values[k] + values[k + 1] + values[k + 2] + values[k + 3]) / blocks);
    SobolIndices const raw = sobol_indices(means, 1, 3, false, none);
    EXPECT_LT(raw.first[1].value, truth.first[1] * 0.75);
    EXPECT_GT(raw.total[2].value, truth.total[2] + 0.15);
}

// Points of a row live through the same blocks, whose effect depends on the point: the corrected indices are those of the
// expected result, which is linear. Over 65,536 rows they vary by about 0.008.
TEST(SobolIndices, chance_shared_within_a_row_is_no_effect) {
    std::size_t constexpr rows = 1 << 16, blocks = 2, together = saltelli_row(3, true);
    Points const points = saltelli_design(sobol_sequence(6, rows), true);
    Stream chance(2, 0, purpose("test: noise of indices"));
    std::vector<double> values;
    for (std::size_t row = 0; row < rows; ++row) {
        double const level[blocks] = {chance.normal(), chance.normal()}, slope[blocks] = {chance.normal(), chance.normal()};
        for (std::size_t k = 0; k < together; ++k) {
            Point const& x = points[row * together + k];
            for (std::size_t b = 0; b < blocks; ++b) values.push_back(linear(x) + level[b] + slope[b] * (x[2] - 0.5));
        }
    }
    SobolIndices const found = sobol_indices(values, blocks, 3, true, none);
    expect_indices(found, linear_truth(), 0.03);
    EXPECT_NEAR(found.noise, (1 + 1.0 / 12) / 2, 0.01);
}

TEST(SobolIndices, a_block_that_moves_all_points_alike_changes_nothing) {
    Points const points = saltelli_design(sobol_sequence(6, 256), true);
    std::vector<double> const plain = values_of(ishigami, points);
    std::vector<double> moved;
    for (double const value : plain) moved.insert(moved.end(), {value - 1000, value, value + 5000});
    SobolIndices const before = sobol_indices(plain, 1, 3, true, none), after = sobol_indices(moved, 3, 3, true, none);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(before.first[i].value, after.first[i].value, 1e-9);
        EXPECT_NEAR(before.total[i].value, after.total[i].value, 1e-9);
        EXPECT_NEAR(before.second[i].value, after.second[i].value, 1e-9);
    }
    EXPECT_NEAR(after.noise_share, 0, 1e-9);
}

TEST(SobolIndices, without_effects_there_is_nothing_to_share_out) {
    Points const points = saltelli_design(sobol_sequence(4, 64), false);
    SobolIndices const found = sobol_indices(std::vector<double>(points.size() * 2, 5.0), 2, 2, false, {.seed = 1});
    EXPECT_EQ(found.variance, 0);
    EXPECT_TRUE(std::isnan(found.first[0].value) && std::isnan(found.total[1].low));
}

TEST(SobolIndices, pairs_are_numbered_in_order) {
    std::size_t expected = 0;
    for (std::size_t i = 0; i < 6; ++i)
        for (std::size_t j = i + 1; j < 6; ++j) EXPECT_EQ(pair_number(i, j, 6), expected++);
}

TEST(SobolIndices, refuse_values_that_do_not_fit) {
    std::vector<double> const values(11, 1.0);
    EXPECT_THROW((void)sobol_indices(values, 1, 3, false, none), std::invalid_argument);
    EXPECT_THROW((void)sobol_indices({}, 1, 3, false, none), std::invalid_argument);
    EXPECT_THROW((void)sobol_indices(values, 0, 3, false, none), std::invalid_argument);
}

// 1,000 studies of 256 random rows, without noise and with a third of it. Over 3,000 other studies the intervals cover 93.3
// to 95.8 %, the first-order index that is zero least; with 1,024 rows 94.8 to 95.5 %, with 2,048 94.1 to 95.4 % (2,000
// studies each). A covered share has a standard deviation of 0.0075, so that one of twelve leaves 91 to 98 % in about one
// of 500 seeds, their mean 93 to 96.5 % hardly ever. The seed is fixed.
TEST(SobolIndices, intervals_cover_as_they_say) {
    Truth const truth = ishigami_truth();
    std::size_t constexpr rows = 256;
    int constexpr studies = 1000;
    for (std::size_t const blocks : {1u, 4u}) {
        std::vector<int> covered(6);
        for (std::uint64_t study = 0; study < studies; ++study) {
            Stream chance(study, 0, purpose("test: coverage of indices"));
            std::vector<double> values = values_of(ishigami, saltelli_design(random_points(6, rows, study), false));
            if (blocks > 1) values = noisy(values, blocks, std::sqrt(double(blocks) * truth.variance / 2), chance);
            SobolIndices const found = sobol_indices(values, blocks, 3, false, {.seed = study});
            for (std::size_t i = 0; i < 3; ++i) {
                covered[i] += found.first[i].low <= truth.first[i] && truth.first[i] <= found.first[i].high;
                covered[3 + i] += found.total[i].low <= truth.total[i] && truth.total[i] <= found.total[i].high;
            }
        }
        double mean = 0;
        for (std::size_t k = 0; k < 6; ++k) {
            double const share = double(covered[k]) / studies;
            RecordProperty("blocks_" + std::to_string(blocks) + "_index_" + std::to_string(k), std::to_string(share));
            EXPECT_GT(share, 0.91) << blocks << " " << k;
            EXPECT_LT(share, 0.98) << blocks << " " << k;
            mean += share / 6;
        }
        EXPECT_GT(mean, 0.93) << blocks;
        EXPECT_LT(mean, 0.965) << blocks;
    }
}

TEST(ElementaryEffects, of_a_linear_function_are_its_slopes) {
    for (std::size_t const levels : {2u, 4u, 8u}) {
        Points const points = morris_trajectories(3, 10, levels, 4);
        auto const found = elementary_effects(points, values_of(linear, points), 1);
        std::vector<double> const slopes{3, -2, 1};
        for (std::size_t d = 0; d < 3; ++d) {
            EXPECT_NEAR(found[d].mu.mean, slopes[d], 1e-12);
            EXPECT_NEAR(found[d].mu_star.mean, std::abs(slopes[d]), 1e-12);
            EXPECT_NEAR(found[d].sigma, 0, 1e-12);
            EXPECT_TRUE(std::isnan(found[d].by_chance));
        }
    }
}

// x0 x1: the effect of x0 is x1, which is 0 or 1 with two levels. By hand from whichever trajectories were drawn.
TEST(ElementaryEffects, interactions_spread_them) {
    Points const points = morris_trajectories(2, 50, 2, 4);
    auto const found = elementary_effects(points, values_of([](Point const& x) { return x[0] * x[1]; }, points), 1);
    double ones = 0;
    for (std::size_t k = 0; k < points.size(); k += 3) ones += points[k][0] != points[k + 1][0] ? points[k][1] : points[k + 1][1];
    double const share = ones / 50;
    EXPECT_NEAR(found[0].mu.mean, share, 1e-12);
    EXPECT_NEAR(found[0].sigma, std::sqrt(share * (1 - share) * 50 / 49), 1e-12);
    EXPECT_GT(found[0].sigma, 0.4);
}

// Four blocks with deviation 1: an effect of a step of 2/3 has noise of sqrt(2 / 4) / (2/3) = 1.0607. Over 2,000
// trajectories its square is known to 3 %, so that sigma^2 stays below 0.15 and mu_star within 0.08 but in one of
// 10,000 seeds.
TEST(ElementaryEffects, noise_is_neither_curvature_nor_effect) {
    Stream chance(1, 0, purpose("test: noise of effects"));
    Points const points = morris_trajectories(3, 2000, 4, 4);
    auto const function = [](Point const& x) { return 3 * x[0]; };
    auto const found = elementary_effects(points, noisy(values_of(function, points), 4, 1, chance), 4);
    for (std::size_t d = 0; d < 3; ++d) EXPECT_LT(found[d].sigma, std::sqrt(0.15)) << d;
    EXPECT_NEAR(found[0].mu_star.mean, 3, 0.1);
    for (std::size_t d = 1; d < 3; ++d) {
        EXPECT_NEAR(found[d].by_chance, 1.0607 * std::sqrt(2 / std::numbers::pi), 0.05);
        EXPECT_NEAR(found[d].mu_star.mean, found[d].by_chance, 0.08);
    }
}

TEST(ElementaryEffects, refuse_what_is_no_trajectory) {
    std::vector<double> const values(3, 1.0);
    EXPECT_THROW((void)elementary_effects({{0, 0}, {1, 1}, {1, 0}}, values, 1), std::invalid_argument);
    EXPECT_THROW((void)elementary_effects({{0, 0}, {1, 0}, {0, 0}}, values, 1), std::invalid_argument);
    EXPECT_THROW((void)elementary_effects({{0, 0}, {0, 0}, {1, 0}}, values, 1), std::invalid_argument);
    EXPECT_THROW((void)elementary_effects({{0, 0}, {1, 0}}, values, 1), std::invalid_argument);
}

}  // namespace
}  // namespace micropol
