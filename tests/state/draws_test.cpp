// The chances that a mechanism draws one after the other.

#include <gtest/gtest.h>

#include <vector>

#include "state/week.h"

namespace micropol {
namespace {

Chance const chance(7, 3);
constexpr std::uint32_t week = 5;

bool is_draw(Worlds const& drawn, std::uint32_t which) {
    return all(drawn == chance.four(purpose("test"), week, which / 4).of[which % 4]);
}

TEST(Draws, are_those_of_the_generator) {
    Draws draw(chance, purpose("test"), week);
    for (std::uint32_t const which : {0u, 1u, 2u, 3u, 4u, 7u, 8u, 2u, 2u, 21u, 20u})
        EXPECT_TRUE(is_draw(draw(which), which)) << which;
    EXPECT_FALSE(is_draw(draw(1), 0));
}

TEST(Draws, of_employees_with_draw_numbers_are_those_of_their_numbers) {
    std::vector<std::uint32_t> const draw_number{5, 0, 4, 1, 3, 2};
    Draws draw(chance, purpose("test"), week, draw_number);
    for (std::uint32_t i = 0; i < draw_number.size(); ++i) EXPECT_TRUE(is_draw(draw(i), draw_number[i])) << i;
    EXPECT_TRUE(is_draw(draw(0), draw_number[0])) << "back again";
}

}  // namespace
}  // namespace micropol
