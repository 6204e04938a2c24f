// Models of diffusion that are limits of the mechanism `adoption`.
//
// Bass and strangers: each z from at least 10,000 histories; a correct program fails one with a probability of 6.3e-5. The seed is
// fixed: a test passes always or never.

#include "life.h"

namespace micropol::verification {
namespace {

// F(t + 1) = F(t) + (p + q F(t)) (1 - F(t)).
constexpr double p = 0.01, q = 0.08;

double hazard(double known) { return p + q * known; }

TEST(Bass, the_recursion_gives_the_published_shares) {
    double known = 0;
    for (int week = 1; week <= 52; ++week) {
        known += hazard(known) * (1 - known);
        if (week == 26) {
            EXPECT_NEAR(known, 0.49887, 0.000005);
        }
    }
    EXPECT_NEAR(known, 0.92369, 0.000005);
}

// Given what is known in a week, those who hear of it in the next are binomial: (1 - F) N draws of p + q F. 10,000 histories of 200
// people, each of 52 weeks a test of its own and all together one: 53 tests, false alarms 0.0033.
TEST(Bass, hearing_of_it_is_a_binomial_draw_given_who_knows) {
    Model const model = read("bass", {{"organisation.departments.Everyone.headcount", "200"}});
    constexpr int weeks = 52, blocks = 625;
    constexpr double people = 200;
    std::vector<Surplus> weekly(weeks);
    Surplus all;
    for (std::uint32_t block = 0; block < blocks; ++block) {
        Life life(model, block);
        std::vector<double> before(histories_per_block, 0.0);
        for (int week = 0; week < weeks; ++week) {
            life.live(1);
            for (int h = 0; h < histories_per_block; ++h) {
                double const known = double(life[Column::aware_share][0][h]), f = before[std::size_t(h)];
                double const expected = hazard(f) * (1 - f), variance = expected * (1 - hazard(f)) / people;
                weekly[std::size_t(week)].add(known - f, expected, variance);
                all.add(known - f, expected, variance);
                before[std::size_t(h)] = known;
            }
        }
    }
    EXPECT_LT(std::abs(all.z()), far_out);
    for (int week = 0; week < weeks; ++week) EXPECT_LT(std::abs(weekly[std::size_t(week)].z()), far_out) << "week " << week;
}

struct Moments {
    double mean = 0, variance = 0;
};

// Mean and variance of F in an organisation of N people, to first order in 1 / N: since the recursion is concave, chance slows it
// by q times the variance a week. For N = 1,000 the mean is 0.00086 below the recursion after 26 weeks, 0.00069 after 52.
Moments bass_among(double people, int weeks) {
    Moments f;
    for (int week = 0; week < weeks; ++week) {
        double const h = hazard(f.mean), slope = 1 + q - p - 2 * q * f.mean;
        f = {f.mean + h * (1 - f.mean) - q * f.variance, slope * slope * f.variance + h * (1 - h) * (1 - f.mean) / people};
    }
    return f;
}

// 10,000 histories of 1,000 people; two tests, false alarms 1.3e-4. What is left out, of order 1 / N^2, is far below the standard
// error of 0.0002.
TEST(Bass, a_thousand_people_follow_the_recursion_but_for_their_number) {
    Model const model = read("bass");
    Surplus after_26, after_52;
    for (std::uint32_t block = 0; block < 625; ++block) {
        Life life(model, block);
        for (Surplus* at : {&after_26, &after_52}) {
            life.live(26);
            Moments const expected = bass_among(1000, at == &after_26 ? 26 : 52);
            for (int h = 0; h < histories_per_block; ++h)
                at->add(double(life[Column::aware_share][0][h]), expected.mean, expected.variance);
        }
    }
    EXPECT_LT(std::abs(after_26.z()), far_out);
    EXPECT_LT(std::abs(after_52.z()), far_out);
    EXPECT_NEAR(bass_among(1000, 26).mean, 0.49887, 0.001);
    EXPECT_NEAR(bass_among(1000, 52).mean, 0.92369, 0.001);
}

// After ten weeks, from independent draws: unaware 0.9^10, aware and no more sum_a 0.1 * 0.9^a * 0.5^(9 - a).
struct Alone {
    double unaware = 1, aware = 0;
};
Alone alone_after(int weeks) {
    Alone share;
    for (int week = 0; week < weeks; ++week) share = {share.unaware * 0.9, share.aware * 0.5 + share.unaware * 0.1};
    return share;
}

// The sum of 100 independent draws each: 10,000 histories, four tests, false alarms 2.5e-4. Were people to watch one another, the
// variance over histories would be larger. A binomial's fourth central moment gives the variance of the squared deviation.
TEST(Strangers, numbers_of_people_are_those_of_independent_draws) {
    Model const model = read("strangers");
    Alone const expected = alone_after(10);
    EXPECT_NEAR(expected.unaware, 0.34868, 0.000005);
    EXPECT_NEAR(expected.aware, 0.08693, 0.000005);
    constexpr double people = 100;
    for (auto const& [stage, share] : {std::pair(Stage::unaware, expected.unaware), std::pair(Stage::aware, expected.aware)}) {
        double const mean = people * share, variance = mean * (1 - share);
        double const fourth = variance * (1 + (3 * people - 6) * share * (1 - share));
        Surplus counts, squares;
        for (std::uint32_t block = 0; block < 625; ++block) {
            Life life(model, block);
            life.live(10);
            for (int h = 0; h < histories_per_block; ++h) {
                double const count = count_at(life, stage, h);
                counts.add(count, mean, variance);
                squares.add((count - mean) * (count - mean), variance, fourth - variance * variance);
            }
        }
        EXPECT_LT(std::abs(counts.z()), far_out);
        EXPECT_LT(std::abs(squares.z()), far_out);
    }
}

// 1,000,000 draws in 10,000 histories; false alarms 6.3e-5 each.
double surplus_of_logit(char const* utility, double expected) {
    Model const model = read("logit", {{"mechanisms.adoption.constant", utility}});
    Surplus steps;
    for (std::uint32_t block = 0; block < 625; ++block) {
        Life life(model, block);
        life.live(1);
        for (int h = 0; h < histories_per_block; ++h)
            steps.add(count_at(life, Stage::interested, h), 100 * expected, 100 * expected * (1 - expected));
    }
    return steps.z();
}

TEST(Logit, a_unit_of_utility_makes_a_probability_of73_percent) {
    EXPECT_LT(std::abs(surplus_of_logit("1", 0.7310586)), far_out);
}
TEST(Logit, nothing_for_or_against_makes_a_half) { EXPECT_LT(std::abs(surplus_of_logit("0", 0.5)), far_out); }

}  // namespace
}  // namespace micropol::verification
