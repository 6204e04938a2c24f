// Limits of the mechanism `tactics`: what people do for their own goals.
//
// Each z from at least 10,000 histories or urns; a correct program fails one with a probability of 6.3e-5.

#include "life.h"

namespace micropol::verification {
namespace {

int count_of(Life const& life, Tactic tactic, int history) {
    int count = 0;
    for (double const at : life.values(Column::tactic, history)) count += at == double(tactic);
    return count;
}

struct Choice {
    Tactic tactic;
    double probability;
};

// 1,000,000 choices in 10,000 histories.
void expect_choices(Overrides const& overrides, std::vector<Choice> const& expected) {
    Model const model = read("tactics_logit", overrides);
    std::vector<Surplus> chosen(expected.size());
    for (std::uint32_t block = 0; block < 625; ++block) {
        Life life(model, block);
        life.live(4);
        for (int h = 0; h < histories_per_block; ++h)
            for (std::size_t k = 0; k < expected.size(); ++k) {
                double const p = expected[k].probability;
                chosen[k].add(count_of(life, expected[k].tactic, h), 100 * p, 100 * p * (1 - p));
            }
    }
    for (std::size_t k = 0; k < expected.size(); ++k) EXPECT_LT(std::abs(chosen[k].z()), far_out) << "tactic " << k;
}

// Three tests, false alarms 1.9e-4.
TEST(TacticsLogit, worths_of1_half_and0_at_a_precision_of2) {
    expect_choices({}, {{Tactic::work, 0.66524}, {Tactic::persuade, 0.24473}, {Tactic::network, 0.09003}});
}

TEST(TacticsLogit, a_unit_of_worth_makes_a_probability_of73_percent) {
    expect_choices({{"mechanisms.tactics.precision", "1"},
                    {"mechanisms.tactics.network", "0"},
                    {"organisation.departments.Everyone.traits.attitude", "0"}},
                   {{Tactic::work, 0.7310586}});
}

TEST(TacticsLogit, what_is_not_usual_is_not_done) {
    Life life(read("tactics_logit"));
    life.live(4);
    for (int h = 0; h < histories_per_block; ++h)
        for (Tactic const unusual : {Tactic::ally, Tactic::hide, Tactic::resist, Tactic::game})
            EXPECT_EQ(count_of(life, unusual, h), 0);
}

// After n choices the balls added for the first n - 1 are uniform on 0 … n - 1: 16,000 urns with 100 choices each. Three tests,
// false alarms 1.9e-4: the mean; the variance, 99 / 1212, whose own variance follows from the uniform's fourth moment; and the
// share of urns in the lowest tenth.
TEST(PolyaUrn, where_a_person_ends_is_uniform) {
    constexpr int choices = 100;
    constexpr double n = choices, variance = (n - 1) / (12 * (n + 1));
    constexpr double fourth = (n * n - 1) * (3 * n * n - 7) / 240 / ((n + 1) * (n + 1) * (n + 1) * (n + 1));
    Model const model = read("polya_urn");
    Surplus mean, square, lowest;
    for (std::uint32_t block = 0; block < model.blocks(); ++block) {
        Life life(model, block);
        life.live(4 * choices);
        for (int h = 0; h < histories_per_block; ++h) {
            std::vector<double> const work = life.values(Column::propensity_work, h),
                                      persuade = life.values(Column::propensity_persuade, h);
            for (std::size_t i = 0; i < work.size(); ++i) {
                ASSERT_EQ(work[i] + persuade[i], n + 1);
                double const share = work[i] / (n + 1);
                mean.add(share, 0.5, variance);
                square.add((share - 0.5) * (share - 0.5), variance, fourth - variance * variance);
                lowest.add(work[i] <= 10 ? 1 : 0, 0.1, 0.09);
            }
        }
    }
    EXPECT_LT(std::abs(mean.z()), far_out);
    EXPECT_LT(std::abs(square.z()), far_out);
    EXPECT_LT(std::abs(lowest.z()), far_out);
    EXPECT_NEAR(variance, 1.0 / 12, 0.002);
}

}  // namespace
}  // namespace micropol::verification
