#include "statistics/growth_curve.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "base/random.h"
#include "statistics/forecast_score.h"

namespace micropol {

namespace {

double logistic(double week) { return 80 / (1 + std::exp(-(0.4 * week - 5))); }
double bass(double week, double innovation, double imitation) {
    double const left = std::exp(-(innovation + imitation) * (week + 1));
    return 100 * (1 - left) / (1 + imitation / innovation * left);
}

std::vector<double> series_of(auto const& curve, std::size_t weeks, double noise = 0, std::uint32_t number = 0) {
    Stream chance(5, number, purpose("test: growth"));
    std::vector<double> series;
    for (std::size_t week = 0; week < weeks; ++week) series.push_back(curve(double(week)) + noise * chance.normal());
    return series;
}

}  // namespace

TEST(GrowthCurve, finds_a_logistic_curve) {
    Curve const curve = fit_curve(Baseline::logistic, series_of(logistic, 20), 6, 200);
    EXPECT_NEAR(curve.ceiling, 80, 0.1);
    EXPECT_NEAR(curve.rate, 0.4, 0.002);
    EXPECT_NEAR(curve.offset, 5, 0.02);
    ASSERT_EQ(curve.fitted.size(), 26u);
    EXPECT_NEAR(curve.fitted.back(), logistic(25), 0.1);
}

TEST(GrowthCurve, finds_a_bass_curve) {
    auto const curve = [](double week) { return bass(week, 0.01, 0.38); };
    Curve const found = fit_curve(Baseline::bass, series_of(curve, 16), 4, 200);
    EXPECT_NEAR(found.ceiling, 100, 0.5);
    EXPECT_NEAR(found.rate, 0.01, 0.0005);
    EXPECT_NEAR(found.offset, 0.38, 0.01);
    EXPECT_NEAR(found.fitted.back(), curve(19), 0.5);
}

TEST(GrowthCurve, sees_over_gaps) {
    std::vector<double> series = series_of(logistic, 20);
    series[0] = series[7] = series[19] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_NEAR(fit_curve(Baseline::logistic, series, 0, 200).ceiling, 80, 0.2);
}

TEST(GrowthCurve, never_goes_beyond_what_is_possible) {
    std::vector<double> const rising = series_of([](double week) { return 5 * week; }, 12);
    for (Baseline const kind : baselines)
        for (double const value : continuations(kind, rising, 20, 60, 200, 1)) {
            EXPECT_GE(value, 0);
            EXPECT_LE(value, 60);
        }
}

// 80 % intervals of a curve that is the truth, and of a random walk as last week, over 60 series and six weeks: their weeks go
// together, so that the share may be off by a tenth in about one of 100 seeds, and more where the ceiling is still unknown.
TEST(GrowthCurve, spreads_honestly) {
    auto const share_covered = [](Baseline kind, auto const& make) {
        double hits = 0;
        for (std::uint32_t number = 0; number < 60; ++number) {
            std::vector<double> const whole = make(number);
            std::vector<double> const ahead = continuations(kind, std::span(whole).first(20), 6, 200, 400, number);
            for (std::size_t week = 0; week < 6; ++week) {
                std::vector<double> ensemble;
                for (std::size_t member = 0; member < 400; ++member) ensemble.push_back(ahead[member * 6 + week]);
                hits += covered(ensemble, whole[20 + week], 0.8) ? 1 : 0;
            }
        }
        return hits / 360;
    };
    EXPECT_NEAR(share_covered(Baseline::logistic, [](std::uint32_t number) { return series_of(logistic, 26, 2, number); }), 0.8,
                0.12);
    auto const bass_curve = [](double week) { return bass(week, 0.01, 0.3); };
    EXPECT_NEAR(share_covered(Baseline::bass, [&](std::uint32_t number) { return series_of(bass_curve, 26, 2, number); }), 0.8,
                0.12);
    auto const walk = [](std::uint32_t number) {
        Stream chance(6, number, purpose("test: walk"));
        std::vector<double> series = {100};
        while (series.size() < 26) series.push_back(series.back() + 2 * chance.normal());
        return series;
    };
    EXPECT_NEAR(share_covered(Baseline::last_week, walk), 0.8, 0.12);
}

TEST(GrowthCurve, is_flat_where_there_is_too_little) {
    std::vector<double> const two = {3, 5};
    Curve const curve = fit_curve(Baseline::bass, two, 3, 10);
    for (double const value : curve.fitted) EXPECT_DOUBLE_EQ(value, 4);
    for (Baseline const kind : baselines) {
        EXPECT_EQ(continuations(kind, two, 3, 10, 7, 1).size(), 21u);
        for (double const value : continuations(kind, std::vector<double>{}, 3, 10, 7, 1)) EXPECT_TRUE(std::isfinite(value));
    }
}

}  // namespace micropol
