// Blocks put together are as if all their histories had been one block.

#include "study/run/department_means.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/random.h"

namespace micropol {
namespace {

constexpr float no_number = std::numeric_limits<float>::quiet_NaN();

TEST(DepartmentMeans, of_blocks_that_are_alike_are_those_of_each) {
    DepartmentMeans means;
    for (int block = 0; block < 7; ++block) means.add({{2.5f}, {0.3f}, {0}});
    EXPECT_EQ(means.people(0), 2.5);
    EXPECT_EQ(means.mean(0, 0), double(0.3f));
    EXPECT_EQ(means.sd(0, 0), 0);
}

TEST(DepartmentMeans, weigh_by_who_is_there) {
    DepartmentMeans means;
    means.add({{1, 0}, {0.2f, no_number}, {0, no_number}});
    means.add({{0, 0}, {no_number, no_number}, {no_number, no_number}});
    means.add({{3, 0}, {0.6f, no_number}, {0.1f, no_number}});
    EXPECT_NEAR(means.people(0), 4.0 / 3, 1e-12);
    EXPECT_NEAR(means.mean(0, 0), 0.5, 1e-7);
    EXPECT_NEAR(means.sd(0, 0), std::sqrt((0.3 * 0.3 + 3 * (0.1 * 0.1 + 0.1 * 0.1)) / 4), 1e-7);
    EXPECT_EQ(means.people(1), 0);
    EXPECT_TRUE(std::isnan(means.mean(0, 1)) && std::isnan(means.sd(0, 1)));
}

// Against the mean and the standard deviation of all the values at once; two measures, three places.
TEST(DepartmentMeans, of_many_blocks_are_those_of_all_their_histories) {
    Stream chance(3, 0, purpose("test: department means"));
    constexpr std::size_t measures = 2, places = 3, blocks = 40;
    std::vector<double> people(places), sum(measures * places), squares(measures * places);
    DepartmentMeans means;
    for (std::size_t block = 0; block < blocks; ++block) {
        DepartmentWeeks weeks{std::vector<float>(places), std::vector<float>(measures * places),
                              std::vector<float>(measures * places)};
        for (std::size_t at = 0; at < measures * places; ++at) {
            std::size_t const place = at % places;
            if (at < places) weeks.people[place] = float(1 + chance.below(9)), people[place] += double(weeks.people[place]);
            weeks.mean[at] = float(10 + chance.uniform()), weeks.sd[at] = float(chance.uniform());
            double const mean = double(weeks.mean[at]), sd = double(weeks.sd[at]), here = double(weeks.people[place]);
            sum[at] += here * mean, squares[at] += here * (sd * sd + mean * mean);
        }
        means.add(weeks);
    }
    EXPECT_EQ(means.blocks(), blocks);
    for (std::size_t at = 0; at < measures * places; ++at) {
        double const mean = sum[at] / people[at % places];
        EXPECT_NEAR(means.mean(at / places, at % places), mean, 1e-9);
        EXPECT_NEAR(means.sd(at / places, at % places), std::sqrt(squares[at] / people[at % places] - mean * mean), 1e-9);
    }
}

}  // namespace
}  // namespace micropol
