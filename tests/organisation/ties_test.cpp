#include "organisation/ties.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "base/check.h"

namespace micropol {
namespace {

using testing::ElementsAre;
using testing::FloatEq;

TEST(BuildTies, sorts_rows_and_adds_the_missing_direction) {
    std::vector<Tie> const list = {{2, 0, 0.8f, 0.6f, false}, {0, 1, 0.4f, 0.5f, true}, {1, 0, 0.9f, 0.7f, false}};
    Ties const ties = build_ties(4, list, 0.5f);
    EXPECT_THAT(ties.first, ElementsAre(0, 2, 3, 4, 4));
    EXPECT_THAT(ties.other, ElementsAre(1, 2, 0, 0));
    EXPECT_THAT(ties.strength, ElementsAre(FloatEq(0.4f), FloatEq(0.4f), FloatEq(0.9f), FloatEq(0.8f)));
    EXPECT_THAT(ties.trust, ElementsAre(FloatEq(0.5f), FloatEq(0.6f), FloatEq(0.7f), FloatEq(0.6f)));
    EXPECT_THAT(ties.formal, ElementsAre(1, 0, 1, 0));
    EXPECT_THAT(ties.reverse, ElementsAre(2, 3, 0, 1));
    EXPECT_EQ(ties.degree(3), 0u);
}

TEST(BuildTies, keeps_the_larger_strength_of_a_direction_listed_twice) {
    std::vector<Tie> const list = {{0, 1, 0.3f, 0.9f, true}, {0, 1, 0.7f, 0.2f, false}};
    Ties const ties = build_ties(2, list, 0.5f);
    EXPECT_THAT(ties.strength, ElementsAre(FloatEq(0.7f), FloatEq(0.35f)));
    EXPECT_THAT(ties.trust, ElementsAre(FloatEq(0.2f), FloatEq(0.2f)));
    EXPECT_THAT(ties.formal, ElementsAre(1, 1));
}

TEST(BuildTies, without_ties_has_empty_rows) {
    Ties const ties = build_ties(3, {}, 0.5f);
    EXPECT_THAT(ties.first, ElementsAre(0, 0, 0, 0));
    EXPECT_EQ(ties.count(), 0u);
}

TEST(BuildTies, does_not_depend_on_the_order_of_the_list) {
    std::mt19937 random(7);
    std::vector<Tie> list;
    for (std::uint32_t k = 0; k < 400; ++k) {
        std::uint32_t const from = std::uint32_t(random() % 30), to = std::uint32_t(random() % 30);
        if (from != to) list.push_back({from, to, float(random() % 64) / 64, float(random() % 64) / 64, random() % 4 == 0});
    }
    Ties const expected = build_ties(30, list, 0.25f);
    std::ranges::shuffle(list, random);
    Ties const shuffled = build_ties(30, list, 0.25f);
    EXPECT_EQ(shuffled.other, expected.other);
    EXPECT_EQ(shuffled.strength, expected.strength);
    EXPECT_EQ(shuffled.trust, expected.trust);
    EXPECT_EQ(shuffled.formal, expected.formal);
    for (std::uint32_t i = 0; i < 30; ++i)
        for (std::uint32_t tie = expected.first[i]; tie < expected.first[i + 1]; ++tie) {
            EXPECT_EQ(expected.other[expected.reverse[tie]], i);
            EXPECT_EQ(expected.reverse[expected.reverse[tie]], tie);
            EXPECT_EQ(expected.formal[expected.reverse[tie]], expected.formal[tie]);
            if (tie > expected.first[i]) {
                EXPECT_LT(expected.other[tie - 1], expected.other[tie]);
            }
        }
}

#ifndef NDEBUG
TEST(BuildTies, refuses_ties_to_oneself_and_to_nobody) {
    EXPECT_THROW((void)build_ties(2, std::vector<Tie>{{1, 1, 1, 1, false}}, 0.5f), BrokenContract);
    EXPECT_THROW((void)build_ties(2, std::vector<Tie>{{0, 2, 1, 1, false}}, 0.5f), BrokenContract);
}
#endif

}  // namespace
}  // namespace micropol
