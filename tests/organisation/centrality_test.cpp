#include "organisation/centrality.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>
#include <random>

namespace micropol {
namespace {

using testing::DoubleNear;
using testing::Each;
using testing::ElementsAre;

Ties path_of(std::uint32_t employees) {
    std::vector<Tie> list;
    for (std::uint32_t i = 0; i + 1 < employees; ++i) list.push_back({i, i + 1, 1, 1, false});
    return build_ties(employees, list, 1);
}

Ties random_ties(std::uint32_t employees, std::uint32_t acquaintances, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<Tie> list;
    while (list.size() < acquaintances) {
        std::uint32_t const from = std::uint32_t(random() % employees), to = std::uint32_t(random() % employees);
        if (from != to) list.push_back({from, to, float(1 + random() % 64) / 64, 0.5f, false});
    }
    return build_ties(employees, list, 0.5f);
}

// Bonacich (1987): with beta < 0 the middle of a path of five loses first place.
TEST(Centrality, exact_values_of_a_path_of_five) {
    auto const about = [](double value) { return DoubleNear(value, 5e-5); };
    EXPECT_THAT(exact_centrality(path_of(5), 0.25),
                ElementsAre(about(0.6269), about(1.1493), about(1.2538), about(1.1493), about(0.6269)));
    EXPECT_THAT(exact_centrality(path_of(5), -0.25),
                ElementsAre(about(0.5199), about(1.2997), about(1.0398), about(1.2997), about(0.5199)));
}

TEST(Centrality, largest_eigenvalue_of_path_and_star) {
    EXPECT_NEAR(largest_eigenvalue(path_of(5)), std::sqrt(3.0), 1e-3);
    std::vector<Tie> spokes;
    for (std::uint32_t i = 1; i <= 9; ++i) spokes.push_back({i, 0, 1, 1, false});
    EXPECT_NEAR(largest_eigenvalue(build_ties(10, spokes, 1)), 3, 1e-3);
}

TEST(Centrality, agrees_with_the_exact_solution) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        Ties const ties = random_ties(25, 40 + 10 * seed, seed);
        std::vector<double> const exact = exact_centrality(ties, 0.5 / largest_eigenvalue(ties));
        double const mean = std::accumulate(exact.begin(), exact.end(), 0.0) / 25;
        std::vector<float> const found = centrality(ties);
        for (std::size_t i = 0; i < 25; ++i)
            EXPECT_NEAR(double(found[i]), exact[i] / mean, 2e-6) << "seed " << seed << ", employee " << i;
    }
}

TEST(Centrality, counts_those_who_turn_to_oneself) {
    std::vector<Tie> const list = {{1, 0, 1, 1, false}, {2, 0, 1, 1, false}};
    std::vector<float> const found = centrality(build_ties(4, list, 0.25f));
    EXPECT_GT(found[0], found[1]);
    EXPECT_EQ(found[1], found[2]);
    EXPECT_EQ(found[3], 0);  // knows nobody
    EXPECT_NEAR(std::accumulate(found.begin(), found.end(), 0.0f), 4, 1e-5);
}

TEST(Centrality, is_one_for_all_where_nobody_turns_to_anybody) {
    EXPECT_THAT(centrality(build_ties(3, {}, 0.5f)), Each(1.0f));
    EXPECT_THAT(centrality(build_ties(3, std::vector<Tie>{{0, 1, 0, 1, false}}, 0.5f)), Each(1.0f));
}

// Without the unnamed directions nobody's advice ever comes back: no eigenvalue but 0, and still finite numbers.
TEST(Centrality, is_finite_in_a_chain_of_command) {
    std::vector<Tie> list;
    for (std::uint32_t i = 1; i < 200; ++i) list.push_back({i, i / 2, 1, 1, false});
    for (float const value : centrality(build_ties(200, list, 0))) EXPECT_TRUE(std::isfinite(value));
}

}  // namespace
}  // namespace micropol
