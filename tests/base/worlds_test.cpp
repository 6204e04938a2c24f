#include "base/worlds.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace micropol {
namespace {

Worlds counting(float first, float step) {
    Worlds x;
    for (int h = 0; h < histories_per_block; ++h) x.set(h, first + float(h) * step);
    return x;
}

void expect_each(Worlds const& result, auto&& expected) {
    for (int h = 0; h < histories_per_block; ++h) EXPECT_EQ(result[h], expected(h)) << "history " << h;
}

TEST(Worlds, is_one_cache_line) {
    EXPECT_EQ(sizeof(Worlds), 64u);
    EXPECT_EQ(alignof(Worlds), 64u);
}

TEST(Worlds, arithmetic_goes_history_by_history) {
    Worlds const a = counting(-3, 0.7f), b = counting(2, 0.3f);
    expect_each(a + b, [&](int h) { return a[h] + b[h]; });
    expect_each(a - b, [&](int h) { return a[h] - b[h]; });
    expect_each(a * b, [&](int h) { return a[h] * b[h]; });
    expect_each(a / b, [&](int h) { return a[h] / b[h]; });
    expect_each(-a, [&](int h) { return -a[h]; });
    expect_each(a * 2.0f + 1.0f, [&](int h) { return a[h] * 2.0f + 1.0f; });
    Worlds sum = a;
    sum += b, sum -= 1.0f, sum *= a;
    expect_each(sum, [&](int h) { return (a[h] + b[h] - 1.0f) * a[h]; });
}

TEST(Worlds, choices_go_history_by_history) {
    Worlds const a = counting(-3, 0.5f), b = 1.5f;
    expect_each(select(a < b, a, b), [&](int h) { return a[h] < b[h] ? a[h] : b[h]; });
    expect_each(only(a >= b, a), [&](int h) { return a[h] >= b[h] ? a[h] : 0.0f; });
    expect_each(min_of(a, b), [&](int h) { return std::min(a[h], b[h]); });
    expect_each(max_of(a, b), [&](int h) { return std::max(a[h], b[h]); });
    expect_each(clamp(a, -1, 2), [&](int h) { return std::min(std::max(a[h], -1.0f), 2.0f); });
    expect_each(positive_part(a), [&](int h) { return std::max(a[h], 0.0f); });
    expect_each(magnitude(a), [&](int h) { return std::abs(a[h]); });
}

TEST(Mask, comparisons_set_one_bit_a_history) {
    Worlds const a = counting(0, 1);
    EXPECT_EQ(bits(a < 3.0f), 0x0007u);
    EXPECT_EQ(bits(a <= 3.0f), 0x000fu);
    EXPECT_EQ(bits(a > 3.0f), 0xfff0u);
    EXPECT_EQ(bits(a >= 3.0f), 0xfff8u);
    EXPECT_EQ(bits(a == 5.0f), 0x0020u);
    EXPECT_EQ(bits(a != 5.0f), 0xffdfu);
    EXPECT_EQ(bits((a < 8.0f) & (a > 5.0f)), 0x00c0u);
    EXPECT_EQ(bits((a < 1.0f) | (a > 14.0f)), 0x8001u);
    EXPECT_EQ(bits(~(a < 8.0f)), 0xff00u);
}

TEST(Mask, any_and_all) {
    Worlds const a = counting(0, 1);
    EXPECT_TRUE(any(a == 15.0f));
    EXPECT_FALSE(any(a > 15.0f));
    EXPECT_TRUE(all(a < 16.0f));
    EXPECT_FALSE(all(a < 15.0f));
}

TEST(Mask, set_histories_are_visited_in_order) {
    std::vector<int> visited;
    Worlds const a = counting(0, 1);
    for_each_set((a == 2.0f) | (a == 15.0f) | (a == 0.0f) | (a == 9.0f), [&](int h) { visited.push_back(h); });
    EXPECT_EQ(visited, (std::vector{0, 2, 9, 15}));
}

TEST(Worlds, sum_is_in_order_of_histories) {
    Worlds a = 1.0f;
    a.set(0, 1e8f), a.set(15, -1e8f);
    EXPECT_EQ(sum_of(a), 14);
}

TEST(Worlds, finite_notices_infinity_and_what_is_not_a_number) {
    Worlds a = 3.0f;
    EXPECT_TRUE(all(finite(a)));
    a.set(4, std::numeric_limits<float>::infinity());
    a.set(9, std::numeric_limits<float>::quiet_NaN());
    a.set(11, -std::numeric_limits<float>::infinity());
    EXPECT_EQ(bits(~finite(a)), 1u << 4 | 1u << 9 | 1u << 11);
}

TEST(Worlds, bounds_do_not_hide_what_is_not_a_number) {
    Worlds a = 3.0f;
    a.set(9, std::numeric_limits<float>::quiet_NaN());
    EXPECT_EQ(bits(~finite(clamp(a, -1, 1))), 1u << 9);
    EXPECT_EQ(bits(~finite(positive_part(a))), 1u << 9);
}

}  // namespace
}  // namespace micropol
