// What is believed of a number.

#include <gtest/gtest.h>

#include "base/plausible.h"

namespace micropol {
namespace {

ParameterSpec number(Unit unit, double usual, Range range) {
    return {.name = "x", .unit = unit, .default_value = usual, .range = range, .description = "", .source = assumed};
}

void expect_range(ParameterSpec const& spec, double low, double high) {
    Range const range = plausible_range(spec);
    EXPECT_DOUBLE_EQ(range.low, low);
    EXPECT_DOUBLE_EQ(range.high, high);
}

// Probability that a triangular number is at most that.
double below(TriangularDistribution const& d, double x) {
    double const width = d.high - d.low;
    return x <= d.mode && d.mode > d.low ? (x - d.low) * (x - d.low) / width / (d.mode - d.low)
                                         : 1 - (d.high - x) * (d.high - x) / width / (d.high - d.mode);
}

TEST(Plausible, what_nothing_is_said_about_may_be_half_or_double) {
    expect_range(number(Unit::one, 4, {0, 100}), 2, 8);
    expect_range(number(Unit::log_odds, -0.6, {-10, 10}), -1.2, -0.3);
    expect_range(number(Unit::weeks, 26, {1, 40}), 13, 40);
    expect_range(number(Unit::per_week, 0.05, {0, 1}), 0.025, 0.1);
}

TEST(Plausible, shares_and_attitudes_go_up_and_down_by_as_much) {
    expect_range(number(Unit::share, 0.5, {0, 1}), 0.3, 0.7);
    expect_range(number(Unit::share, 0.9, {0, 1}), 0.7, 1);
    expect_range(number(Unit::attitude, 0.15, {-1, 1}), -0.05, 0.35);
    // A small one that is a rate or a weight.
    expect_range(number(Unit::share, 0.05, {0, 1}), 0.025, 0.1);
    expect_range(number(Unit::share, -0.004, {-0.03, 0.03}), -0.008, -0.002);
    expect_range(number(Unit::attitude, -0.1, {-1, 0}), -0.2, -0.05);
}

TEST(Plausible, what_is_no_matter_of_belief_stays) {
    ParameterSpec exact = number(Unit::share, 0.5, {0, 1});
    exact.grade = Grade::identity;
    expect_range(exact, 0.5, 0.5);
    expect_range(number(Unit::code, 1, {0, 20}), 1, 1);
    expect_range(number(Unit::weeks, 0, {0, 100}), 0, 0);
    ParameterSpec off = number(Unit::weeks, 0, {0, 100});
    off.plausible = Range{28, 56};
    expect_range(off, 0, 0);
    off.default_value = 43;
    expect_range(off, 28, 56);
    EXPECT_EQ(std::get<double>(plausible_distribution(exact)), 0.5);
}

TEST(Plausible, the_usual_value_is_as_likely_exceeded_as_not) {
    for (double const usual : {0.3, 0.5, 1.0, 1.3, 1.5}) {
        ParameterSpec spec = number(Unit::one, usual, {0, 10});
        spec.plausible = Range{0.0, 2.0};
        auto const drawn = std::get<TriangularDistribution>(plausible_distribution(spec));
        if (usual < 2 * 0.293)
            EXPECT_EQ(drawn.mode, 0) << usual;
        else if (usual > 2 * 0.707)
            EXPECT_EQ(drawn.mode, 2) << usual;
        else
            EXPECT_NEAR(below(drawn, usual), 0.5, 1e-3) << usual;
    }
    auto const doubled = std::get<TriangularDistribution>(plausible_distribution(number(Unit::one, 1, {0, 10})));
    EXPECT_NEAR(below(doubled, 1), 0.5, 1e-3);
    EXPECT_LT((doubled.low + doubled.mode + doubled.high) / 3, 1.06);
}

}  // namespace
}  // namespace micropol
