// What people carry along: attitudes that stakes do not explain, beliefs that weigh evidence, skills that fade, and a step in
// earnest that is a matter of degree. Each against what its equation says by hand.

#include "verification/life.h"

namespace micropol::verification {
namespace {

constexpr double conviction = 0.3;

// Everybody on trial takes a step for certain; in earnest with the probability that is left.
Overrides at_the_last_step(Overrides more) {
    Overrides all{{"transformation.start_stage", "trial"},
                  {"mechanisms.adoption.constant", "10"},
                  {"mechanisms.adoption.precision", "10"},
                  {"mechanisms.adoption.ability_weight", "0"},
                  {"mechanisms.adoption.usefulness_weight", "0"},
                  {"organisation.departments.0.traits.attitude", std::to_string(conviction)}};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

TEST(Conviction, decides_by_a_logistic_chance) {
    constexpr double precision = 6;
    Model const model = read("logit", at_the_last_step({{"mechanisms.adoption.conviction_precision", "6"}}));
    double const in_earnest = 1 / (1 + std::exp(-precision * conviction));
    Surplus taken;
    for (std::uint32_t block = 0; block < 50; ++block) {
        Life life(model, block);
        life.live(1);
        for (int h = 0; h < histories_per_block; ++h) {
            EXPECT_EQ(count_at(life, Stage::substantive, h) + count_at(life, Stage::symbolic, h), 100);
            taken.add(count_at(life, Stage::substantive, h), 100 * in_earnest, 100 * in_earnest * (1 - in_earnest));
        }
    }
    EXPECT_LT(std::abs(taken.z()), far_out);
}

TEST(Conviction, without_precision_decides_by_its_sign) {
    Life life(read("logit", at_the_last_step({})));
    life.live(1);
    expect_everywhere(life, Stage::substantive, 100);
}

// A convinced user goes back in fewer than one of ten years of use, at the numbers of the model.
TEST(Conviction, keeps_a_convinced_user) {
    Model const model = read("logit", {{"transformation.start_stage", "substantive"},
                                       {"mechanisms.adoption.ability_weight", "0"},
                                       {"mechanisms.adoption.usefulness_weight", "0"},
                                       {"mechanisms.adoption.conviction_precision", "6"},
                                       {"organisation.departments.0.traits.attitude", "0.5"}});
    int relapses = 0;
    for (std::uint32_t block = 0; block < 10; ++block) {
        Life life(model, block);
        for (int week = 0; week < 52; ++week) {
            std::vector<int> before;
            for (int h = 0; h < histories_per_block; ++h) before.push_back(count_at(life, Stage::substantive, h));
            life.live(1);
            for (int h = 0; h < histories_per_block; ++h)
                relapses += std::max(0, before[std::size_t(h)] - count_at(life, Stage::substantive, h));
        }
    }
    constexpr double years = 10 * histories_per_block * 100;  // at most: who went back uses the tool no more for a while
    EXPECT_LT(relapses / years, 0.1);
    EXPECT_GT(relapses, 0);
}

Overrides only_attitudes_without_contacts(Overrides more) {
    Overrides all{{"mechanisms.attitude", "{individuality: 0.5, anchor_half_life: 26, responsiveness: 1, reactance: 0}"},
                  {"mechanisms.adoption", "off"}};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

// First-order autoregression: the correlation of what stakes do not explain halves with each half-life, and its spread stays.
TEST(Anchor, turns_with_its_half_life_and_keeps_its_spread) {
    Model const model = read("logit", only_attitudes_without_contacts({{"organisation.departments.0.headcount", "500"}}));
    double product = 0, then_square = 0, now_square = 0;
    int people = 0;
    for (std::uint32_t block = 0; block < 4; ++block) {
        Life life(model, block);
        life.live(1);
        std::vector<std::vector<double>> then;
        for (int h = 0; h < histories_per_block; ++h) then.push_back(life.values(Column::anchor, h));
        life.live(26);
        for (int h = 0; h < histories_per_block; ++h) {
            std::vector<double> const now = life.values(Column::anchor, h);
            for (std::size_t i = 0; i < now.size(); ++i, ++people) {
                product += then[std::size_t(h)][i] * now[i];
                then_square += then[std::size_t(h)][i] * then[std::size_t(h)][i];
                now_square += now[i] * now[i];
            }
        }
    }
    // Histories of a block share who people are: 2,000 persons and 32,000 courses. Standard errors: of the correlation below
    // 0.0055, of a spread below 0.016 · 0.5; at four of them a correct program fails once in about 16,000 seeds.
    EXPECT_NEAR(product / std::sqrt(then_square * now_square), 0.5, 0.022);
    EXPECT_NEAR(std::sqrt(then_square / people), 0.5, 0.032);
    EXPECT_NEAR(std::sqrt(now_square / people), 0.5, 0.032);
}

TEST(Anchor, of_a_stated_attitude_is_what_the_stake_does_not_explain) {
    Life life(read("friedkin_johnsen"));
    life.live(1);
    for (double const anchor : life.values(Column::anchor)) EXPECT_EQ(anchor, 0);  // there the stated attitude is the stake
}

// Nothing but official messages, w = credibility · communication observations a week; confidence grows towards n0 + w / (1 − ρ).
TEST(Belief, weighs_news_by_what_is_known_already) {
    constexpr double memory = 26, first = 2, message = 0.8, start = -0.2;
    Overrides const overrides{{"mechanisms.adoption", "off"},
                              {"mechanisms.information", "{memory: 26, first_impression: 2, own_experience: 0}"},
                              {"transformation.message", "0.8"},
                              {"transformation.start_belief", "-0.2"},
                              {"transformation.communication", "0.1"},
                              {"governance.credibility", "0.6"}};
    Life life(read("logit", overrides));
    double n = first, b = start;
    double const kept = std::pow(0.5, 1 / memory), w = 0.06;
    for (int week = 0; week < 60; ++week) {
        life.live(1);
        n = first + kept * (n - first) + w;
        b += w * (message - b) / n;
        for (int h = 0; h < histories_per_block; ++h) {
            EXPECT_NEAR(life.values(Column::confidence, h)[7], n, 1e-4) << "week " << week;
            EXPECT_NEAR(life.values(Column::belief, h)[7], b, 1e-4) << "week " << week;
        }
    }
}

// Skill that came with training and is not used: half of the gain is gone after a half-life, none of what was there before.
TEST(Skill, fades_by_half_in_its_half_life) {
    Life life(read("logit", {{"transformation.start_stage", "unaware"},
                             {"mechanisms.adoption", "{announcement: 0, word_of_mouth: 0, skill_half_life: 40}"}}));
    double const gain = 0.2;
    std::vector<double> const start = life.values(Column::data_skill);
    for (Worlds& skill : life.change(Column::data_skill)) skill += Worlds(float(gain));
    life.live(40);
    std::vector<double> const now = life.values(Column::data_skill);
    for (std::size_t i = 0; i < now.size(); ++i) EXPECT_NEAR(now[i], start[i] + gain / 2, 1e-4);
}

}  // namespace
}  // namespace micropol::verification
