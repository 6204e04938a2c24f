#include "statistics/forecast_score.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "base/random.h"

namespace micropol {

namespace {

std::vector<double> normal_ensemble(std::size_t members, std::uint32_t number) {
    Stream chance(3, number, purpose("test: forecast ensemble"));
    std::vector<double> values;
    for (std::size_t k = 0; k < members; ++k) values.push_back(chance.normal());
    return values;
}

// Of a standard normal forecast: T. Gneiting, A. E. Raftery (2007), Journal of the American Statistical Association 102.
double crps_of_normal(double happened) {
    double const density = std::exp(-happened * happened / 2) / std::sqrt(2 * std::numbers::pi);
    double const below = std::erfc(-happened / std::numbers::sqrt2) / 2;
    return happened * (2 * below - 1) + 2 * density - 1 / std::sqrt(std::numbers::pi);
}

}  // namespace

// The mean over 400 ensembles of 25 is off by about a hundredth; fair: it is the closed form for small ensembles too.
TEST(ForecastScore, is_the_closed_form_of_a_normal_forecast) {
    for (double const happened : {0.0, 0.7, -2.0}) {
        double mean = 0;
        for (std::uint32_t number = 0; number < 400; ++number) mean += crps(normal_ensemble(25, number), happened) / 400;
        EXPECT_NEAR(mean, crps_of_normal(happened), 0.04) << happened;
    }
    EXPECT_NEAR(crps(normal_ensemble(20'000, 1), 1), crps_of_normal(1), 0.02);
}

TEST(ForecastScore, of_a_point_is_its_error) { EXPECT_DOUBLE_EQ(crps(std::vector<double>(5, 2.0), 5), 3); }

TEST(ForecastScore, knows_what_lies_in_the_middle) {
    std::vector<double> ensemble;
    for (int k = 0; k <= 100; ++k) ensemble.push_back(k);
    EXPECT_TRUE(covered(ensemble, 25, 0.5));
    EXPECT_FALSE(covered(ensemble, 24.9, 0.5));
    EXPECT_TRUE(covered(ensemble, 97.5, 0.95));
    EXPECT_FALSE(covered(ensemble, 97.6, 0.95));
}

TEST(ForecastScore, compares_pairwise) {
    std::vector<double> const good = {1, 2, 3}, poor = {2, 3, 4};
    Estimate const found = skill(good, poor);
    EXPECT_DOUBLE_EQ(found.mean, 1.0 / 3);
    EXPECT_DOUBLE_EQ(found.low, found.high);  // the same gain in each
    EXPECT_THROW((void)skill(good, std::vector<double>{1, 2}), std::invalid_argument);
    EXPECT_THROW((void)skill(good, std::vector<double>{0, 0, 0}), std::invalid_argument);
    EXPECT_THROW((void)crps(std::vector<double>{1}, 1), std::invalid_argument);
}

}  // namespace micropol
