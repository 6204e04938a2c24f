// Limits of the mechanism `performance`: what is paid for and what counts. Nothing is drawn.

#include "life.h"

namespace micropol::verification {
namespace {

constexpr double rounding = 1e-5;

double first(Life const& life, Column column) { return double(life[column][0][0]); }

Life paid(std::string const& scenario, double rate, Overrides overrides) {
    overrides.push_back({"performance.piece_rate", std::to_string(rate)});
    Life life(read(scenario, overrides));
    life.live(4);
    return life;
}

// Value less the cost of effort, that of gaming by its ease (where there is none: nobody games).
double surplus(Life const& life, double ease) {
    double const n = first(life, Column::effort_quantity), q = first(life, Column::effort_quality),
                 g = first(life, Column::gaming);
    return first(life, Column::true_value) - (n * n + q * q) / 2 - (ease > 0 ? g * g / (2 * ease) : 0);
}

struct Best {
    double rate = 0, surplus = -1;
};

constexpr double step = 0.02;  // between rates that are tried

Best best_rate(std::string const& scenario, double ease, Overrides const& overrides) {
    Best best;
    for (int k = 0; k <= 100; ++k)
        if (double const found = surplus(paid(scenario, k * step, overrides), ease); found > best.surplus)
            best = {k * step, found};
    return best;
}

// The rate to half a step, and the surplus, which is flat there, to the square of it.
void expect_best(Best const& found, double rate, double surplus) {
    EXPECT_NEAR(found.rate, rate, step / 2 + rounding);
    EXPECT_NEAR(found.surplus, surplus, step * step);
}

TEST(LeadQualityPay, value_is_what_was_paid_for_times_what_it_is_worth) {
    for (double const weight : {0.0, 0.3, 0.5, 1.0}) {
        Life const life = paid("lead_quality_pay", 1.3, {{"performance.quality_weight", std::to_string(weight)}});
        EXPECT_NEAR(first(life, Column::effort_quantity), 1.3 * (1 - weight), rounding);
        EXPECT_NEAR(first(life, Column::effort_quality), 1.3 * weight, rounding);
        EXPECT_NEAR(first(life, Column::true_value), 1.3 * (0.3 * (1 - weight) + weight), rounding);
        EXPECT_NEAR(first(life, Column::measured_value), 1.3 * ((1 - weight) * (1 - weight) + weight * weight), rounding);
    }
}

// Shares of the first best, ½·|f|² with f = (0.3, 1), as published to four digits.
TEST(LeadQualityPay, no_rate_brings_more_than_the_square_of_the_cosine) {
    struct Pay {
        double weight, share;
    };
    constexpr double first_best = 1.09 / 2;
    for (Pay const pay : {Pay{0, 0.0826}, Pay{0.3, 0.4114}, Pay{0.5, 0.7752}, Pay{1 / 1.3, 1}}) {
        double const n = 1 - pay.weight, q = pay.weight, rate = (0.3 * n + q) / (n * n + q * q);
        Overrides const weight = {{"performance.quality_weight", std::to_string(pay.weight)}};
        expect_best(best_rate("lead_quality_pay", 0, weight), rate, pay.share * first_best);
        EXPECT_NEAR(surplus(paid("lead_quality_pay", rate, weight), 0) / first_best, pay.share, 0.00005) << pay.weight;
    }
}

// f = (1, 1) and g = (1, 0), in units of what either is worth: b* = 1, surplus 0.5 of 1.
TEST(LeadQualityPay, half_is_lost_where_half_is_not_paid_for) {
    constexpr double worth = 0.65;
    Best const best = best_rate("lead_quality_pay", 0, {{"performance.specialisation", "0.5"}});
    expect_best(best, worth, worth * worth / 2);
    Life const life = paid("lead_quality_pay", worth, {{"performance.specialisation", "0.5"}});
    EXPECT_NEAR(surplus(life, 0) / (worth * worth), 0.5, rounding);
}

TEST(Gaming, follows_the_closed_form) {
    for (double const ease : {0.2, 0.6, 1.0})
        for (double const audit : {0.0, 0.2, 0.5})
            for (double const rate : {0.1, 0.25, 0.5, 1.0}) {
                Life const life = paid(
                    "gaming", rate,
                    {{"performance.gaming_ease", std::to_string(ease)}, {"performance.audit", std::to_string(audit)}});
                double const gamed = ease * std::max(rate - audit, 0.0);
                EXPECT_NEAR(first(life, Column::gaming), gamed, rounding);
                EXPECT_NEAR(first(life, Column::effort_quantity), rate, rounding);
                EXPECT_NEAR(first(life, Column::measured_value), rate + gamed, rounding);
                EXPECT_NEAR(first(life, Column::true_value), rate - gamed, rounding);
            }
}

TEST(Gaming, an_audit_that_costs_what_it_pays_leaves_none) {
    for (char const* audit : {"0.25", "0.3", "1"}) {
        Life const life = paid("gaming", 0.25, {{"performance.audit", audit}});
        for (Worlds const& gamed : life[Column::gaming]) EXPECT_TRUE(all(gamed == Worlds(0.0f))) << audit;
    }
}

TEST(Gaming, the_best_rate_falls_with_the_ease) {
    struct Easy {
        double ease, rate, surplus;
    };
    for (Easy const easy : {Easy{0, 1, 0.5}, Easy{0.2, 0.6667, 0.2667}, Easy{0.6, 0.25, 0.05}, Easy{1, 0, 0}}) {
        Overrides const ease = {{"performance.gaming_ease", std::to_string(easy.ease)}};
        expect_best(best_rate("gaming", easy.ease, ease), easy.rate, easy.surplus);
        EXPECT_NEAR(surplus(paid("gaming", (1 - easy.ease) / (1 + easy.ease), ease), easy.ease), easy.surplus, 0.00005);
    }
}

double correlation(std::vector<double> const& a, std::vector<double> const& b) {
    double ab = 0, aa = 0, bb = 0, mean_a = 0, mean_b = 0;
    double const each = 1 / double(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) mean_a += a[i] * each, mean_b += b[i] * each;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean_a) * (b[i] - mean_b);
        aa += (a[i] - mean_a) * (a[i] - mean_a);
        bb += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return ab / std::sqrt(aa * bb);
}

double correlation_of_figures(Overrides const& overrides) {
    Life life(read("goodhart", overrides));
    life.live(4);
    return correlation(life.values(Column::measured_value), life.values(Column::true_value));
}

TEST(Goodhart, the_figure_tells_less_where_gaming_spreads_people_more) {
    EXPECT_NEAR(correlation_of_figures({}), 0.8944, 0.00005);
    EXPECT_NEAR(correlation_of_figures({{"performance.gaming_ease", "0.5"}}), 0.7071, 0.00005);
    EXPECT_NEAR(correlation_of_figures({{"performance.gaming_ease", "0"}}), 1, rounding);
}

// Effort that nobody has to pay for spreads people as before: sigma_n is (pride + b) / 4, b sigma_kappa is b / 8.
TEST(Goodhart, and_less_the_more_the_figure_is_paid_for) {
    for (double const rate : {0.1, 0.5, 1.0, 2.0}) {
        double const work = (0.5 + rate) / 4, gaming = rate / 8;
        EXPECT_NEAR(
            correlation_of_figures({{"mechanisms.performance.pride", "0.5"}, {"performance.piece_rate", std::to_string(rate)}}),
            work / std::hypot(work, gaming), rounding);
    }
}

}  // namespace
}  // namespace micropol::verification
