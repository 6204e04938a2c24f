// What is seen of what is true, against what can be worked out. Bounds are five standard errors and more: a correct program fails
// each expectation less than once in a million seeds.

#include <gtest/gtest.h>

#include <cmath>

#include "observation/look.h"
#include "scenario/read_scenario.h"
#include "support/tiny_company.h"

namespace micropol {
namespace {

Stream stream(std::uint32_t number) { return {11, number, purpose("test of measurement")}; }

struct Moments {
    double mean = 0, variance = 0;
};
Moments moments_of(std::size_t count, auto const& draw) {
    double sum = 0, squares = 0;
    for (std::size_t k = 0; k < count; ++k) {
        double const value = draw();
        sum += value, squares += value * value;
    }
    double const mean = sum / double(count);
    return {mean, squares / double(count) - mean * mean};
}

TEST(Measurement, binomial_has_mean_and_variance) {
    for (std::uint32_t const trials : {3u, 40u, 1000u, 1'000'000u})
        for (double const p : {0.02, 0.5, 0.93}) {
            Stream source = stream(trials);
            std::size_t const count = 20'000;
            Moments const found = moments_of(count, [&] { return double(binomial(trials, p, source)); });
            double const variance = trials * p * (1 - p);
            EXPECT_NEAR(found.mean, trials * p, 5.5 * std::sqrt(variance / double(count)));
            EXPECT_NEAR(found.variance / variance, 1, 0.12);
        }
    Stream source = stream(0);
    EXPECT_EQ(binomial(100, 0, source), 0u);
    EXPECT_EQ(binomial(100, 1, source), 100u);
    EXPECT_EQ(binomial(0, 0.5, source), 0u);
}

TEST(Measurement, log_ins_are_beta_binomial) {
    MeasurementNumbers numbers;
    numbers.log_in_rate = 0.7f, numbers.log_in_clumping = 0.1f;
    std::size_t const count = 40'000;
    double const users = 50, rate = 0.7, clumping = 0.1;
    Stream source = stream(1);
    Moments const found = moments_of(count, [&] { return double(log_ins(50, numbers, source)); });
    double const variance = users * rate * (1 - rate) * (1 + (users - 1) * clumping);
    EXPECT_NEAR(found.mean, users * rate, 5.5 * std::sqrt(variance / double(count)));
    EXPECT_NEAR(found.variance / variance, 1, 0.06);
}

TEST(Measurement, answers_fall_between_equal_cut_points) {
    MeasurementNumbers numbers;
    numbers.shading = 0.2f, numbers.answer_noise = 0.15f;
    for (SurveyItem const& item : survey_items())
        for (double const value : {0.0, 0.3, 0.9}) {
            int const steps = 5;
            double expected = 0, shaded = value + 0.2 * (item.desired - value);
            for (int cut = 1; cut < steps; ++cut)
                expected += 1 / (1 + std::exp((double(cut) / steps - shaded) / double(numbers.answer_noise)));
            Stream source = stream(2);
            std::size_t const count = 40'000;
            Moments const found = moments_of(count, [&] { return double(answer(value, item, steps, numbers, source)); });
            EXPECT_NEAR(found.mean, expected, 5.5 * std::sqrt(found.variance / double(count))) << item.key << ' ' << value;
        }
}

// Of one answer of two people, who is heard is as likely as the weights say.
TEST(Measurement, those_in_favour_are_heard_more) {
    MeasurementNumbers numbers;
    numbers.response_bias = 1.5f;
    double const voiced[] = {1, -1}, expected = 1 / (1 + std::exp(-3.0));
    Stream source = stream(3);
    std::size_t const count = 40'000;
    Moments const found = moments_of(count, [&] { return double(respondents(voiced, 1, numbers, source).front() == 0); });
    EXPECT_NEAR(found.mean, expected, 5.5 * std::sqrt(expected * (1 - expected) / double(count)));
    numbers.response_bias = 0;
    Moments const even = moments_of(count, [&] { return double(respondents(voiced, 1, numbers, source).front() == 0); });
    EXPECT_NEAR(even.mean, 0.5, 5.5 * 0.5 / std::sqrt(double(count)));
    EXPECT_EQ(respondents(voiced, 7, numbers, source).size(), 2u) << "no more than there are";
}

TEST(Measurement, a_crowd_has_its_mean_and_spread) {
    std::vector<double> const people = crowd(0.1, 0.2, 1000, {-1, 1});
    std::size_t k = 0;
    Moments const found = moments_of(people.size(), [&] { return people[k++]; });
    EXPECT_NEAR(found.mean, 0.1, 1e-9);
    EXPECT_NEAR(std::sqrt(found.variance), 0.2, 0.001);
}

Model model() {
    return Model(parse_scenario(tiny_company + "runs: {weeks: 12, histories: 16, seed: 3}\n", "tiny.yaml", ".", known_plugins()),
                 "");
}

Evidence evidence() {
    Evidence evidence{.departments = {"Marketing", "Sales", "Data"}, .cells = {}};
    for (int week = 0; week < 6; ++week)
        evidence.cells.push_back({.seen = Seen::logged_in, .week = week, .group = 1, .people = 8});
    evidence.cells.push_back({.seen = Seen::answer, .week = 3, .group = everybody, .item = 0, .people = 12, .steps = 5});
    evidence.cells.push_back({.seen = Seen::left, .week = 4, .group = everybody, .people = 17});
    evidence.cells.push_back({.seen = Seen::support, .week = 5, .people = 8});
    return evidence;
}

TEST(Measurement, a_block_is_seen_in_every_history) {
    BlockResult const seen = look_at_block(model(), 0, evidence());
    ASSERT_EQ(seen.weekly.size(), evidence().cells.size());
    for (std::size_t k = 0; k < seen.weekly.size(); ++k)
        for (int history = 0; history < histories_per_block; ++history) {
            EXPECT_GE(seen.weekly[k][history], k + 1 < seen.weekly.size() ? 0 : -1);
            EXPECT_LE(seen.weekly[k][history], 1);
        }
}

TEST(Measurement, further_evidence_leaves_what_is_seen_alone) {
    Evidence more = evidence();
    more.cells.insert(more.cells.begin(), {.seen = Seen::logged_in, .week = 2, .group = 0, .people = 6});
    more.cells.push_back({.seen = Seen::answer, .week = 3, .group = everybody, .item = 2, .people = 12, .steps = 7});
    BlockResult const before = look_at_block(model(), 1, evidence()), after = look_at_block(model(), 1, more);
    for (std::size_t k = 0; k < before.weekly.size(); ++k)
        for (int history = 0; history < histories_per_block; ++history)
            EXPECT_EQ(before.weekly[k][history], after.weekly[k + 1][history]) << k;
}

// Nobody is seen to do otherwise where only what is private differs.
TEST(Measurement, private_views_are_not_seen) {
    for (SurveyItem const& item : survey_items()) EXPECT_NE(item.column, Column::attitude);
    Block const block = model().block(0);
    History one(*block.organisation, block.settings), other(*block.organisation, block.settings);
    for (Worlds& attitude : other[Column::attitude]) attitude = -1.0f;
    Evidence const asked{.departments = {"Marketing", "Sales", "Data"},
                         .cells = {{.seen = Seen::answer, .week = 0, .item = 0, .people = 12, .steps = 5}}};
    Look first(asked, *block.organisation, {}, 1, 0), second(asked, *block.organisation, {}, 1, 0);
    first.see(0, one, {}), second.see(0, other, {});
    for (int history = 0; history < histories_per_block; ++history)
        EXPECT_EQ(first.cells()[0][history], second.cells()[0][history]);
}

TEST(Measurement, numbers_are_taken_as_given) {
    GivenNumbers const given({"measurement.shading", "culture.rivalry"}, {0.25, 0.5, 9.0, 0.5});
    EXPECT_FLOAT_EQ(measurement_in(&given, 0).shading, 0.25f);
    EXPECT_FLOAT_EQ(measurement_in(&given, 1).shading, 1.0f) << "cut off at what has a meaning";
    EXPECT_FLOAT_EQ(measurement_in(&given, 1).log_in_rate, 0.8f);
    EXPECT_EQ(measurement_specs().size(), std::size(MeasurementNumbers::parameters));
}

}  // namespace
}  // namespace micropol
