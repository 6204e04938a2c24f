// Power is a share: what multiplies everybody's influence alike changes nothing.

#include <gtest/gtest.h>

#include <array>
#include <bitset>

#include "laws/situation.h"

namespace micropol::laws {
namespace {

constexpr Column powers[] = {Column::power, Column::power_expected};

using Given = std::vector<std::pair<std::string_view, double>>;

// With its default values but for those given.
std::shared_ptr<Mechanism const> power_with(Given const& given) {
    MechanismKind const& power = mechanism_of("power");
    Stream unused(0, 0, 0);
    return make_mechanism(power, pick_parameters(power.plugin, Numbers::usual, unused), given);
}

// Powers after one step of the mechanism alone.
History powers_of(Situation const& situation, Given const& given) {
    History history = start(situation);
    Step const power{.name = "power", .access = mechanism_of("power").plugin.access, .mechanism = power_with(given)};
    live(situation, {power}, history, 0, 1);
    return history;
}

Situation with(Situation situation, auto&& change) {
    Organisation organisation = *situation.block.organisation;
    change(organisation);
    situation.block.organisation = std::make_shared<Organisation const>(std::move(organisation));
    return situation;
}

TEST(Scaling, everybodys_authority_changes_nothing) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        auto const all_at = [&](std::uint8_t level) {
            return with(situation, [&](Organisation& o) { std::ranges::fill(o.level, level); });
        };
        History const low = powers_of(all_at(0), {}), high = powers_of(all_at(6), {});
        for (Column const column : powers)
            for (std::size_t i = 0; i < low[column].size(); ++i)
                for (int h = 0; h < histories_per_block; ++h)
                    ASSERT_NEAR(low[column][i][h], high[column][i][h], 1e-5f * (1 + low[column][i][h]));
    }
}

// Half of all skill and half of the floor are half of all influence, as long as nobody becomes harder to replace.
TEST(Scaling, everybodys_control_and_the_floor_by_a_power_of_two_changes_no_bit) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        Situation const half = with(situation, [](Organisation& o) {
            for (Trait const skill : {Trait::relationship_skill, Trait::data_skill})
                for (float& value : o.trait[std::size_t(skill)]) value *= 0.5f;
        });
        History const a = powers_of(situation, {{"scarcity", 0}, {"floor", 0.25}}),
                      b = powers_of(half, {{"scarcity", 0}, {"floor", 0.125}});
        for (Column const column : powers) EXPECT_TRUE(same_bits(a[column], b[column])) << spec_of(column).name;
    }
}

TEST(Scaling, nobodys_influence_at_all_means_the_same_power_for_everyone) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        Situation const helpless = with(situation, [](Organisation& o) {
            for (Trait const skill : {Trait::relationship_skill, Trait::data_skill})
                std::ranges::fill(o.trait[std::size_t(skill)], 0.0f);
        });
        History const history = powers_of(helpless, {{"floor", 0}});
        for (Column const column : powers)
            for (Worlds const& power : history[column]) ASSERT_TRUE(all(power == Worlds(1.0f)));
    }
}

// Between two people who hold all power, a third has none and will have none.
TEST(Scaling, who_has_no_power_and_will_have_none_has_none_to_win_or_lose) {
    Situation situation = make_situation(3, TieShape::complete, Numbers::usual, 1);
    for (Step& step : situation.block.steps)
        if (step.name == "power") step.mechanism = power_with({{"floor", 0}});
    Situation const powerless = with(situation, [](Organisation& o) {
        for (Trait const skill : {Trait::relationship_skill, Trait::data_skill}) o.trait[std::size_t(skill)][2] = 0;
    });
    History history = start(powerless);
    live(powerless, history, 1);
    ASSERT_TRUE(all(std::as_const(history)[Column::power][2] == Worlds(0.0f)));
    EXPECT_TRUE(all(std::as_const(history)[Column::stake_career][2] == Worlds(0.0f)));
}

// People alike in rank and skill who ask each other at random: [asked by whom] as given.
Situation who_ask(std::uint32_t people, std::vector<Tie> const& asks) {
    Situation situation = make_situation(people, TieShape::none, Numbers::usual, 1);
    return with(situation, [&](Organisation& o) {
        for (std::size_t k = 0; k < trait_count; ++k) std::ranges::fill(o.trait[k], float(trait_specs()[k].default_value));
        std::ranges::fill(o.level, std::uint8_t(0));
        for (Department& department : o.departments) department.relation_substitutability = department.data_substitutability = 0;
        o.ties = build_ties(people, asks, 0);
        complete(o, false);
    });
}

std::vector<Tie> random_questions(std::uint32_t people, double density, Stream& stream) {
    std::vector<Tie> asks;
    for (std::uint32_t i = 0; i < people; ++i)
        for (std::uint32_t j = 0; j < people; ++j)
            if (i != j && stream.uniform() < density)
                asks.push_back({i, j, float(0.05 + 0.95 * stream.uniform()), float(stream.uniform()), false});
    return asks;
}

// Emerson (1962): others' dependence. Sparse networks and dense ones, in which nearly all are asked enough for everything.
TEST(Asked, more_means_more_power_in_any_network) {
    Stream stream(1, 0, purpose("test: asked"));
    for (int network = 0; network < 60; ++network) {
        std::uint32_t const people = 2 + stream.below(40);
        Situation const situation = who_ask(people, random_questions(people, stream.uniform(), stream));
        History const history = powers_of(situation, {{"asked_now", 1}});
        for (std::uint32_t i = 0; i < people; ++i)
            for (std::uint32_t j = 0; j < people; ++j) {
                if (history[Column::sought][i][0] <= history[Column::sought][j][0] + 1e-3f) continue;
                ASSERT_GT(history[Column::power][i][0], history[Column::power][j][0]) << "network " << network;
            }
    }
}

// By standing with those of standing, being asked by a few who matter can count for more; never being asked by some of the same.
TEST(Asked, by_all_who_ask_another_and_more_means_no_less_power) {
    Stream stream(2, 0, purpose("test: asked"));
    int compared = 0;
    for (int network = 0; network < 200; ++network) {
        constexpr std::uint32_t people = 6;
        std::vector<Tie> asks = random_questions(people, 0.3, stream);
        std::array<std::bitset<people>, people> by;
        for (Tie& tie : asks) tie.strength = 0.5f, by[tie.to].set(tie.from);
        History const history = powers_of(who_ask(people, asks), {});
        for (std::uint32_t i = 0; i < people; ++i)
            for (std::uint32_t j = 0; j < people; ++j) {
                if (i == j || (by[i] & by[j]) != by[j]) continue;
                ASSERT_GE(history[Column::power][i][0], history[Column::power][j][0] * (1 - 1e-5f)) << "network " << network;
                ++compared;
            }
    }
    EXPECT_GT(compared, 100);
}

// Forty ask one adviser, who asks nobody; one more asks everybody, whom nobody asks.
TEST(Asked, an_adviser_of_all_has_most_power_and_who_asks_all_has_least) {
    std::vector<Tie> asks;
    for (std::uint32_t i = 1; i <= 40; ++i) asks.push_back({i, 0, 0.5f, 0.5f, false});
    for (std::uint32_t i = 0; i <= 40; ++i) asks.push_back({41, i, 0.5f, 0.5f, false});
    for (double const asked_now : {0.0, 0.5, 1.0}) {
        History const history = powers_of(who_ask(42, asks), {{"asked_now", asked_now}});
        for (std::uint32_t i = 1; i <= 40; ++i) {
            EXPECT_GT(history[Column::power][0][0], history[Column::power][i][0]);
            EXPECT_LT(history[Column::power][41][0], history[Column::power][i][0]);
        }
    }
}

}  // namespace
}  // namespace micropol::laws
