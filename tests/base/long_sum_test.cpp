#include "base/long_sum.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "outcomes/over_people.h"

namespace micropol {
namespace {

// Shares of 200,000 people sum to 1 within a millionth; a plain sum misses it.
TEST(LongSum, of_many_people_keeps_its_digits) {
    constexpr std::size_t people = 200'000;
    Stream stream(1, 0, purpose("long sum"));
    std::vector<Worlds> power;
    double exact = 0;
    for (std::size_t i = 0; i < people; ++i) {
        power.emplace_back(float(stream.uniform()));
        exact += double(power.back()[0]);
    }
    LongSum sum;
    Worlds plain = 0.0f;
    for (Worlds const& one : power) sum.add(one), plain += one;
    EXPECT_NEAR(double(sum.total()[0]) / exact, 1, 1e-6);
    EXPECT_GT(std::abs(double(plain[0]) / exact - 1), 1e-6) << "there is nothing to mend";
    EXPECT_NEAR(double(sum_over(people, [&](std::size_t i) { return power[i]; })[7]) / exact, 1, 1e-6);
}

// Nothing changes for few: published numbers stay.
TEST(LongSum, of_few_is_the_plain_sum) {
    Stream stream(2, 0, purpose("long sum"));
    LongSum sum;
    Worlds plain = 0.0f;
    for (int i = 0; i < 1000; ++i) {
        Worlds const one(float(stream.uniform()));
        sum.add(one), plain += one;
        ASSERT_EQ(sum.total()[3], plain[3]);
    }
}

}  // namespace
}  // namespace micropol
