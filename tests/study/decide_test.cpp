#include <gmock/gmock.h>

#include <cmath>

#include "base/random.h"
#include "small_contest.h"
#include "study/decide/decision.h"

namespace micropol {
namespace {

using small::contender;
using testing::DoubleNear;

constexpr std::size_t blocks = 512;

// What a study of three strategies would keep: "none" brings 0.5 whatever is true; "bold" 0.2 + 0.6 · rivalry; "steady" 0.55. Rivalry is
// drawn from 0 to 1, patience likewise and tells nothing.
struct Kept {
    std::vector<Contender> contenders;
    std::vector<DrawnNumber> drawn{{"culture.rivalry", {}}, {"mechanisms.ties.patience", {}}, {"mechanisms.ties.other", {}}};
};
Kept kept(double luck = 0.02, std::size_t count = blocks) {
    Stream chance(5, 0, purpose("test: decide"));
    std::vector<double> none, bold, steady;
    Kept made;
    for (std::size_t block = 0; block < count; ++block) {
        for (DrawnNumber& number : made.drawn) number.values.push_back(chance.uniform());
        none.push_back(0.5 + luck * chance.normal());
        bold.push_back(0.2 + 0.6 * made.drawn[0].values.back() + luck * chance.normal());
        steady.push_back(0.55 + luck * chance.normal());
    }
    made.contenders = {contender("none", none, 0), contender("bold", bold, 30), contender("steady", steady, 10)};
    return made;
}

Decision decided(DecisionQuestion const& question = {}, double luck = 0.02, std::size_t count = blocks) {
    Kept made = kept(luck, count);
    return decide(small::contest_facts(), {.contenders = made.contenders, .drawn = std::move(made.drawn)}, {question});
}

TEST(Decide, puts_the_highest_mean_first_and_finds_the_most_cautious) {
    Answer const answer = decided().answers.front();
    ASSERT_EQ(answer.choices.size(), 3u);
    EXPECT_EQ(answer.choices[0].name, "steady");
    EXPECT_EQ(answer.choices[answer.most_cautious].name, "steady");
    // bold is the best from rivalry 7/12 on, steady below: 5/12 and 7/12 of the blocks.
    EXPECT_THAT(answer.choices[0].best_in.mean, DoubleNear(7.0 / 12, 0.06));
    // steady falls short where bold is better, by (0.6 x − 0.35)⁺: at most 0.25, on average ∫ = 0.25² / 1.2.
    EXPECT_THAT(answer.choices[0].mean_regret, DoubleNear(0.25 * 0.25 / 1.2, 0.01));
    EXPECT_THAT(answer.choices[0].regret_98, DoubleNear(0.238, 0.02));
    EXPECT_LE(answer.choices[0].regret_90, answer.choices[0].regret_98);
}

TEST(Decide, good_enough_is_as_good_as_doing_nothing_or_what_is_asked) {
    for (Choice const& choice : decided().answers.front().choices) {
        if (choice.name == "none") {
            EXPECT_EQ(choice.good_enough.mean, 1);
        }
        if (choice.name == "bold") {
            EXPECT_THAT(choice.good_enough.mean, DoubleNear(0.5, 0.06));
        }
    }
    for (Choice const& choice : decided({.good_enough = 0.7}).answers.front().choices)
        if (choice.name == "bold") {
            EXPECT_THAT(choice.good_enough.mean, DoubleNear(1.0 / 6, 0.05));
        }
}

TEST(Decide, values_what_tells_and_calls_the_rest_nothing) {
    Answer const answer = decided().answers.front();
    // Choosing by rivalry gains (0.6 x − 0.35)⁺ over steady, the best without.
    EXPECT_EQ(answer.numbers.front().key, "culture.rivalry");
    EXPECT_THAT(answer.numbers.front().worth.value, DoubleNear(0.25 * 0.25 / 1.2, 0.01));
    EXPECT_TRUE(answer.numbers.front().worth.clear());
    EXPECT_FALSE(answer.numbers[1].worth.clear());
    EXPECT_FALSE(answer.numbers[2].worth.clear());
    EXPECT_GE(answer.everything.promised, 0.9 * answer.numbers.front().worth.value);
    ASSERT_EQ(answer.groups.size(), 1u) << "one number is no group";
    EXPECT_EQ(answer.groups.front().key, "mechanisms.ties");
    EXPECT_FALSE(answer.groups.front().worth.clear());
}

TEST(Decide, says_what_must_be_true_for_each_to_be_the_best) {
    Answer const answer = decided().answers.front();
    bool bold_found = false;
    for (BestWhere const& best : answer.best_where) {
        if (answer.choices[best.choice].name != "bold") continue;
        bold_found = true;
        ASSERT_TRUE(best.region.has_value());
        ASSERT_FALSE(best.region->bounds.empty());
        EXPECT_EQ(best.region->bounds.front().number, 0u);
        EXPECT_THAT(best.region->bounds.front().range.low, DoubleNear(7.0 / 12, 0.08));
        EXPECT_TRUE(std::isinf(best.region->bounds.front().range.high));
        EXPECT_GE(best.region->density, 0.9);
        EXPECT_GE(best.region->coverage, 0.7);
    }
    EXPECT_TRUE(bold_found);
}

TEST(Decide, finds_no_region_where_only_luck_decides) {
    Kept made = kept(0.02);
    Stream chance(6, 0, purpose("test: luck decides"));
    std::vector<double> a, b;
    for (std::size_t block = 0; block < blocks; ++block) a.push_back(chance.uniform()), b.push_back(chance.uniform());
    Decision const decision = decide(
        small::contest_facts(), {.contenders = {contender("none", a, 0), contender("other", b, 0)}, .drawn = made.drawn}, {{}});
    for (BestWhere const& best : decision.answers.front().best_where) EXPECT_FALSE(best.region.has_value());
}

// Where nothing takes root under any strategy, none of them is the better for standing first.
TEST(Decide, divides_ties_evenly_and_seeks_no_region_of_them) {
    std::vector<double> const nothing(blocks, 0.25);
    Decision const decision = decide(
        small::contest_facts(),
        {.contenders = {contender("none", nothing, 0), contender("a", nothing, 0), contender("b", nothing, 0)},
         .drawn = kept().drawn},
        {{}});
    for (Choice const& choice : decision.answers.front().choices) EXPECT_NEAR(choice.best_in.mean, 1.0 / 3, 1e-12) << choice.name;
    EXPECT_TRUE(decision.answers.front().best_where.empty());
}

TEST(Decide, needs_blocks_to_seek_regions) {
    EXPECT_TRUE(decided({}, 0.02, blocks_for_regions - 16).answers.front().best_where.empty());
    EXPECT_FALSE(decided({}, 0.02, blocks_for_regions).answers.front().best_where.empty());
}

TEST(Decide, counts_less_as_better_and_turns_outcomes_into_money) {
    Answer const fewest = decided({.criterion = {.outcome = 0, .less_is_better = true}}).answers.front();
    EXPECT_EQ(fewest.choices.back().name, "steady");
    Answer const plain = decided().answers.front(), money = decided({.money_per = 1000.0}).answers.front();
    EXPECT_EQ(money.unit, Unit::money);
    EXPECT_DOUBLE_EQ(money.choices[0].mean_regret, 1000 * plain.choices[0].mean_regret);
    EXPECT_NEAR(money.numbers[0].worth.value, 1000 * plain.numbers[0].worth.value, 1e-6);
    EXPECT_NEAR(money.choices[0].level.mean, 1000 * plain.choices[0].level.mean, 1e-6);
}

// Sixteen histories of pure luck: the best of a block by all of them would be ahead by luck alone. Chosen by eight and paid by the other
// eight, nobody falls short on average.
TEST(Decide, does_not_take_luck_for_regret) {
    Stream chance(9, 0, purpose("test: luck is no regret"));
    std::vector<Contender> contenders;
    for (char const* const name : {"none", "a", "b", "c"}) {
        Contender& one = contenders.emplace_back(Contender{name, "", {}});
        for (std::size_t block = 0; block < blocks; ++block) {
            Worlds histories(0.0f);
            for (int k = 0; k < histories_per_block; ++k) histories.set(k, float(chance.normal()));
            one.blocks.push_back({histories, Worlds(0.0f)});
        }
    }
    Answer const answer = decide(small::contest_facts(), {.contenders = contenders, .drawn = kept().drawn}, {{}}).answers.front();
    // A mean of eight has a standard deviation of 0.35, the best of four is ahead by 0.36; over 512 blocks 0.015: four of them.
    for (Choice const& choice : answer.choices) EXPECT_NEAR(choice.mean_regret, 0, 0.06) << choice.name;
    EXPECT_FALSE(answer.everything.clear());
}

TEST(Decide, refuses_what_does_not_fit) {
    Kept made = kept();
    EXPECT_THROW((void)decide(small::contest_facts(), {.contenders = {made.contenders[0]}, .drawn = made.drawn}, {{}}),
                 std::invalid_argument);
    EXPECT_THROW((void)decide(small::contest_facts(), {.contenders = made.contenders, .drawn = made.drawn},
                              {{.criterion = {.outcome = 9}}}),
                 std::invalid_argument);
    made.drawn[0].values.pop_back();
    EXPECT_THROW((void)decide(small::contest_facts(), {.contenders = made.contenders, .drawn = made.drawn}, {{}}),
                 std::invalid_argument);
}

}  // namespace
}  // namespace micropol
