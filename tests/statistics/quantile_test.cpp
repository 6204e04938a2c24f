#include "statistics/quantile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "base/random.h"

namespace micropol {
namespace {

TEST(Quantile, linear_between_neighbours) {
    std::vector<float> const four{1, 2, 3, 10}, one{7};
    EXPECT_DOUBLE_EQ(quantile(four, 0), 1);
    EXPECT_DOUBLE_EQ(quantile(four, 0.5), 2.5);
    EXPECT_DOUBLE_EQ(quantile(four, 0.75), 3 + 0.25 * 7);
    EXPECT_DOUBLE_EQ(quantile(four, 1), 10);
    EXPECT_DOUBLE_EQ(quantile(one, 0.05), 7);
}

TEST(Quantile, sorts_like_comparing) {
    Stream chance(5, 0, purpose("test: sorting"));
    std::vector<float> values{0,
                              -1,
                              1,
                              3e38f,
                              -3e38f,
                              1e-40f,
                              -1e-40f,
                              0.5f,
                              0.5f,
                              std::numeric_limits<float>::infinity(),
                              -std::numeric_limits<float>::infinity()};
    for (int k = 0; k < 1000; ++k) values.push_back(float(chance.normal()));
    values.push_back(-0.0f);
    std::vector<float> wanted = values;
    SortingRoom room;
    std::ranges::sort(wanted);
    sort_ascending(values, room);
    EXPECT_EQ(values, wanted);
    std::vector<float> none;
    sort_ascending(none, room);
    EXPECT_TRUE(none.empty());
}

TEST(Quantile, points_of_student_and_normal) {  // printed tables
    EXPECT_NEAR(student_quantile(0.975, 1), 12.706, 5e-4);
    EXPECT_NEAR(student_quantile(0.975, 63), 1.9983, 5e-5);
    EXPECT_NEAR(normal_quantile(0.975), 1.959964, 5e-7);
}

}  // namespace
}  // namespace micropol
