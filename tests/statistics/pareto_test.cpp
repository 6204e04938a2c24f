#include "statistics/pareto.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"

namespace micropol {
namespace {

using testing::ElementsAre;

TEST(Pareto, better_and_no_dearer_dominates) {
    EXPECT_TRUE(dominates({2, 1}, {1, 1}));
    EXPECT_TRUE(dominates({1, 0}, {1, 1}));
    EXPECT_FALSE(dominates({2, 2}, {1, 1})) << "better but dearer";
    EXPECT_FALSE(dominates({1, 1}, {1, 1}));
}

TEST(Pareto, what_keeps_limits_dominates_what_breaks_them) {
    EXPECT_TRUE(dominates({0, 9, 0}, {5, 1, 0.1}));
    EXPECT_TRUE(dominates({0, 9, 0.1}, {5, 1, 0.2})) << "breaks them less";
}

TEST(Pareto, ranks_layer_by_layer) {
    std::vector<Worth> const all{{1, 1}, {3, 2}, {2, 2}, {2, 3}, {1, 1}, {9, 9, 1}};
    EXPECT_THAT(pareto_ranks(all), ElementsAre(0, 0, 1, 2, 1, 3)) << "of equals the first one leads";
    EXPECT_TRUE(pareto_ranks({}).empty());
}

// Against the definition: the first rank is what nobody dominates.
TEST(Pareto, the_first_rank_is_the_front) {
    Stream stream(1, 0, purpose("test: pareto"));
    std::vector<Worth> all;
    for (int k = 0; k < 200; ++k) all.push_back({stream.uniform(), stream.uniform()});
    std::vector<std::size_t> const ranks = pareto_ranks(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        bool dominated = false;
        for (Worth const& other : all) dominated = dominated || dominates(other, all[i]);
        EXPECT_EQ(ranks[i] == 0, !dominated);
    }
}

TEST(Pareto, ends_of_a_front_come_first_and_then_what_stands_alone) {
    std::vector<Worth> const front{{0, 0}, {1, 1}, {1.1, 1.1}, {5, 5}, {10, 10}};
    std::vector<std::size_t> const order = best_first(front);
    EXPECT_THAT(order, ElementsAre(0, 4, 3, 2, 1));
}

}  // namespace
}  // namespace micropol
