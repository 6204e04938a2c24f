#include "statistics/selection.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "base/random.h"

namespace micropol {
namespace {

using Systems = std::vector<std::vector<double>>;

// Two systems whose difference is `shift` plus and minus 1 in turn over twenty observations: its variance is 20/19, and with
// h² = 19 (0.1^(-2/19) - 1) = 5.211 and an indifference of 0.5 the triangle closes after 21.94 observations.
Systems two(double shift, std::vector<double> const& later) {
    Systems systems(2);
    for (int j = 0; j < 20; ++j) systems[0].push_back(shift + (j % 2 ? 1 : -1)), systems[1].push_back(0);
    for (double const difference : later) systems[0].push_back(difference), systems[1].push_back(0);
    return systems;
}

TEST(Selection, drops_what_leaves_the_triangle) {
    // After 20 observations the difference of the sums may be 0.25 × 1.94 = 0.486.
    auto const at_once = select_largest(two(0.025, {}), {.indifference = 0.5});
    ASSERT_TRUE(at_once);
    EXPECT_EQ(at_once->system, 0u);
    EXPECT_EQ(at_once->observations, 20u);
    EXPECT_FALSE(select_largest(two(0.024, {}), {.indifference = 0.5}));
    EXPECT_EQ(select_largest(two(-0.025, {}), {.indifference = 0.5})->system, 1u);
}

TEST(Selection, ends_where_the_triangle_closes) {
    // After 21: 0.235. After 22 the larger sum is selected, however little larger.
    auto const second = select_largest(two(0, {-0.24}), {.indifference = 0.5});
    ASSERT_TRUE(second);
    EXPECT_EQ(second->system, 1u);
    EXPECT_EQ(second->observations, 21u);
    EXPECT_FALSE(select_largest(two(0, {-0.23}), {.indifference = 0.5}));
    auto const last = select_largest(two(0, {-0.23, 0.2301, -50}), {.indifference = 0.5});
    ASSERT_TRUE(last);
    EXPECT_EQ(last->system, 0u);
    EXPECT_EQ(last->observations, 22u);
}

TEST(Selection, what_never_differs_is_decided_at_once) {
    Systems const same(3, std::vector<double>(20, 0.5));
    EXPECT_EQ(select_largest(same, {.indifference = 0.01})->observations, 20u);
    EXPECT_EQ(select_largest(Systems{{1.0}}, {.indifference = 0.01})->system, 0u);
    EXPECT_FALSE(select_largest(Systems(2, std::vector<double>(19, 0.5)), {.indifference = 0.01}));
    EXPECT_THROW((void)select_largest({}, {.indifference = 1}), std::invalid_argument);
    EXPECT_THROW((void)select_largest(same, {.indifference = 0}), std::invalid_argument);
    EXPECT_THROW((void)select_largest(Systems{{1, 2}, {1}}, {.indifference = 1}), std::invalid_argument);
}

// Normal observations with a part in common; the last system is better than all others by the indifference zone, which is
// the hardest case that the promise covers.
Systems hardest(Stream& chance, std::size_t systems, std::size_t observations) {
    Systems made(systems);
    for (std::size_t j = 0; j < observations; ++j) {
        double const common = 2 * chance.normal();
        for (std::size_t i = 0; i < systems; ++i) made[i].push_back(common + 1.5 * chance.normal() + (i + 1 == systems ? 1 : 0));
    }
    return made;
}

// 2,000 macro-replications each: the best is selected in 98.7, 98.2 and 98.1 % among 2, 5 and 8 systems. The promised 95 %
// are more than ten standard deviations (0.003) below that, so a right procedure practically never fails here, whatever the
// seed; one that promised too much by its last standard deviation (0.005) would in every second seed. The seed is fixed.
TEST(Selection, selects_the_best_at_least_as_often_as_promised) {
    for (std::size_t const systems : {2u, 5u, 8u}) {
        Stream chance(1, std::uint32_t(systems), purpose("test: correct selection"));
        int correct = 0;
        for (int study = 0; study < 2'000; ++study) {
            auto const selection = select_largest(hardest(chance, systems, 400), {.indifference = 1});
            ASSERT_TRUE(selection);
            correct += selection->system == systems - 1;
        }
        RecordProperty("correct_of_2000_among_" + std::to_string(systems), correct);
        EXPECT_GE(correct, 1'900) << systems;
    }
}

TEST(Selection, says_the_same_however_often_it_is_asked) {
    Stream chance(2, 0, purpose("test: selection replayed"));
    for (int study = 0; study < 50; ++study) {
        Systems systems = hardest(chance, 4, 400);
        auto const all = select_largest(systems, {.indifference = 1});
        ASSERT_TRUE(all);
        for (auto& system : systems) system.resize(all->observations);
        EXPECT_EQ(select_largest(systems, {.indifference = 1})->system, all->system);
        if (all->observations == first_observations) continue;
        for (auto& system : systems) system.pop_back();
        EXPECT_FALSE(select_largest(systems, {.indifference = 1}));
    }
}

}  // namespace
}  // namespace micropol
