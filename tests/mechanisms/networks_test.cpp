// Who meets whom, what fades, and who is listened to more than others: worked out by hand on organisations of a few people.

#include <gtest/gtest.h>

#include <cmath>

#include "laws/situation.h"

namespace micropol {
namespace {

// People without any difference: two departments, the first half of the people in the first.
struct Few {
    Organisation organisation;
    laws::Situation situation;
    std::optional<History> history;

    Few(std::uint32_t people, std::vector<Tie> const& ties, bool forming) {
        organisation.departments = {{"A", 0, 0}, {"B", 0, 0}};
        for (std::uint32_t i = 0; i < people; ++i) {
            organisation.id.push_back(std::to_string(i));
            organisation.department.push_back(std::uint16_t(2 * i >= people));
        }
        organisation.person = organisation.id;
        organisation.level.assign(people, 0);
        organisation.manager.assign(people, nobody);
        organisation.tenure_years.assign(people, 5);
        for (std::size_t k = 0; k < trait_count; ++k) organisation.trait[k].assign(people, float(trait_specs()[k].default_value));
        organisation.ties = build_ties(people, ties, 0);
        organisation.ties.forming = forming;
        situation.block.settings.initiatives.push_back({.name = "CRM", .required_skill = 0.5f});
    }

    void set_trait(Trait trait, float value) { std::ranges::fill(organisation.trait[std::size_t(trait)], value); }
    // Takes the organisation as it is by now.
    History& begin() {
        complete(organisation, false);
        situation.block.organisation = std::make_shared<Organisation const>(organisation);
        return history.emplace(organisation, situation.block.settings);
    }
    // The mechanism alone, with its usual numbers but for those given.
    void live(std::string_view key, std::vector<std::pair<std::string_view, double>> const& given, int weeks) {
        MechanismKind const& kind = laws::mechanism_of(key);
        Stream unused(0, 0, 0);
        Step const step{
            .name = std::string(key),
            .access = kind.plugin.access,
            .mechanism = laws::make_mechanism(kind, laws::pick_parameters(kind.plugin, laws::Numbers::usual, unused), given)};
        laws::live(situation, {step}, *history, 0, weeks);
    }
    [[nodiscard]] std::uint32_t tie(std::uint32_t i, std::uint32_t j) const {
        for (std::uint32_t t = organisation.ties.first[i]; t < organisation.ties.first[i + 1]; ++t)
            if (organisation.ties.other[t] == j) return t;
        return nobody;
    }
    [[nodiscard]] float strength(std::uint32_t i, std::uint32_t j) const { return (*history)[Column::strength][tie(i, j)][0]; }
    [[nodiscard]] float value(Column column, std::uint32_t i) const { return (*history)[column][i][0]; }
};

constexpr int a_month = 4;  // in which everybody's turn comes once

struct Met {
    double count = 0, tried = 0;
    // Standard normal where each is met with that probability, whoever else is: pairs are independent.
    [[nodiscard]] double z(double log_odds) const {
        double const p = 1 / (1 + std::exp(-log_odds));
        return (count - tried * p) / std::sqrt(tried * p * (1 - p));
    }
};

// Strangers all, in two departments. |z| > 4 has a probability of 6e-5 each, over seeds.
TEST(Meeting, of_each_pair_has_the_log_odds_given) {
    std::vector<Tie> strangers;
    for (std::uint32_t i = 0; i < 40; ++i)
        for (std::uint32_t j = 0; j < 40; ++j)
            if (i != j) strangers.push_back({i, j, 0, 0.5f, false});
    Few few(40, strangers, true);
    few.begin();
    few.live("ties", {{"meeting", -2}, {"same_unit", 0.6}, {"returned", 0}, {"popularity", 0}}, a_month);
    Met within, across;
    double deviations = 0;  // squared, of the number whom one person meets
    for (std::uint32_t i = 0; i < 40; ++i)
        for (int h = 0; h < histories_per_block; ++h) {
            double met = 0;
            for (std::uint32_t j = 0; j < 40; ++j) {
                if (i == j) continue;
                bool const same = few.organisation.department[i] == few.organisation.department[j];
                bool const knows = (*few.history)[Column::strength][few.tie(i, j)][h] > 0;
                Met& kind = same ? within : across;
                ++kind.tried, kind.count += knows, met += knows;
            }
            double const p = 1 / (1 + std::exp(1.4)), q = 1 / (1 + std::exp(2.0));
            double const expected = 19 * p + 20 * q, variance = 19 * p * (1 - p) + 20 * q * (1 - q);
            deviations += (met - expected) * (met - expected) / variance / (40 * histories_per_block);
        }
    EXPECT_LT(std::abs(within.z(-1.4)), 4);
    EXPECT_LT(std::abs(across.z(-2)), 4);
    EXPECT_NEAR(deviations, 1, 4 * std::sqrt(2.0 / (40 * histories_per_block)));
    EXPECT_EQ(few.value(Column::contacts, 0), float([&] {
                  int named = 0;
                  for (std::uint32_t j = 1; j < 40; ++j) named += few.strength(0, j) >= Ties::named_strength;
                  return named;
              }()));
}

// The first of each pair is turned to by the second already, and champions by nobody more than by others.
TEST(Meeting, is_likelier_with_who_turns_to_oneself_and_with_champions) {
    std::vector<Tie> list;
    for (std::uint32_t i = 0; i < 40; ++i)
        for (std::uint32_t j = 0; j < 40; ++j)
            if (i != j) list.push_back({i, j, i > j ? 0.5f : 0.0f, 0.5f, false});
    Few few(40, list, true);
    History& history = few.begin();
    for (std::uint32_t j = 20; j < 40; ++j) history[Column::championing][j] = 1.0f;
    few.live("ties", {{"meeting", -3}, {"same_unit", 0}, {"returned", 1.5}, {"popularity", 0}, {"occasion", 1}, {"neglect", 0}},
             a_month);
    Met plain, champions;
    for (std::uint32_t i = 0; i < 40; ++i)
        for (std::uint32_t j = i + 1; j < 40; ++j)
            for (int h = 0; h < histories_per_block; ++h) {
                Met& kind = j < 20 ? plain : champions;
                ++kind.tried, kind.count += history[Column::strength][few.tie(i, j)][h] > 0;
            }
    EXPECT_LT(std::abs(plain.z(-1.5)), 4);
    EXPECT_LT(std::abs(champions.z(-0.5)), 4);
}

// (½ + 0.6) · 0.5 = 0.55 where somebody tends it; of what nobody tends a fifth is left.
TEST(Neglect, leaves_the_ties_between_departments_weaker) {
    auto const left = [](bool forming, bool same_unit, bool returned, bool formal) {
        std::uint32_t const other = same_unit ? 1 : 3;
        Few few(4, {{0, other, 0.5f, 0.6f, formal}, {other, 0, returned ? 0.5f : 0.2f, 0.6f, formal}}, forming);
        few.begin();
        few.live("ties", {{"trust_gain", 0}, {"trust_loss", 0}, {"return_to_usual", 1}, {"neglect", 0.8}, {"meeting", -10}},
                 a_month);
        return few.strength(0, other);
    };
    EXPECT_NEAR(left(true, false, false, false), 0.11, 1e-6);
    EXPECT_NEAR(left(true, true, false, false), 0.55, 1e-6);
    EXPECT_NEAR(left(true, false, true, false), 0.11, 1e-6);
    EXPECT_NEAR(left(true, false, false, true), 0.55, 1e-6) << "a reporting line stays";
    EXPECT_NEAR(left(false, false, false, false), 0.55, 1e-6) << "where no tie forms none fades";
}

// Half of what is missing, at full political skill: 0.5 + 0.5 · 0.8 · 0.5.
TEST(Networking, strengthens_the_ties_of_those_who_choose_it) {
    auto const strength_of_one_who = [](Tactic tactic) {
        Few few(4, {{0, 1, 0.5f, 0.6f, false}, {1, 0, 0.5f, 0.6f, false}}, false);
        few.set_trait(Trait::political_skill, 0.8f);
        few.begin()[Column::tactic][0] = float(tactic);
        few.live("ties", {{"trust_gain", 0}, {"trust_loss", 0}, {"return_to_usual", 0}, {"networking", 0.5}}, a_month);
        return few.strength(0, 1);
    };
    EXPECT_NEAR(strength_of_one_who(Tactic::network), 0.7, 1e-6);
    EXPECT_NEAR(strength_of_one_who(Tactic::work), 0.5, 1e-6);
    EXPECT_NEAR(strength_of_one_who(Tactic::persuade), 0.5, 1e-6);
}

// A stranger counts in no mean: with or without strangers trust is that of the one contact.
TEST(Strangers, count_nowhere) {
    Few few(4, {{0, 1, 0.5f, 0.75f, false}, {0, 2, 0, 0.25f, false}, {0, 3, 0, 0.25f, false}}, true);
    few.begin();
    EXPECT_EQ(few.value(Column::mean_trust, 0), 0.75f);
    EXPECT_EQ(few.value(Column::contacts, 0), 1);
    EXPECT_EQ(few.value(Column::sought_by, 1), 1);
    few.live("ties", {{"trust_gain", 0}, {"meeting", -10}, {"neglect", 0}}, a_month);
    EXPECT_EQ(few.value(Column::mean_trust, 0), 0.75f);
    few.organisation.ties.forming = false;
    few.begin();
    EXPECT_NEAR(few.value(Column::mean_trust, 0), 1.25 / 3, 1e-6);
}

// Whether the first of five takes a step: they do if the reasons exceed the opposite of the constant, and only then.
class Steps {
  public:
    explicit Steps(std::vector<std::pair<std::string_view, double>> given) : given_(std::move(given)) {}
    Few few{
        5, {{0, 1, 0.5f, 0.5f, true}, {0, 2, 0.5f, 0.5f, false}, {0, 3, 0.5f, 0.5f, false}, {0, 4, 0.5f, 0.5f, false}}, false};
    [[nodiscard]] bool taken_against(double reason, auto&& prepare) {
        few.organisation.manager[0] = 1;
        few.set_trait(Trait::data_skill, 0);
        few.set_trait(Trait::threshold, 0);
        History& history = few.begin();
        std::ranges::fill(history[Column::stage], Worlds(float(Stage::aware)));
        prepare(history);
        std::vector<std::pair<std::string_view, double>> given{
            {"champion_help", 1}, {"champion_trust", 0}, {"reinforcement", 0}, {"leader_weight", 0}};
        given.insert(given.end(), given_.begin(), given_.end());
        for (std::string_view const name : {"attitude_weight", "compliance_weight", "support_weight", "visibility", "rejection"})
            given.emplace_back(name, 0);
        given.insert(given.end(), {{"precision", 1e6}, {"pace", 1}, {"constant", -reason}});
        few.live("adoption", given, 1);
        return few.value(Column::stage, 0) == float(Stage::interested);
    }
    // What the reasons amount to, to a thousandth.
    void expect_reasons(double expected, auto&& prepare) {
        EXPECT_TRUE(taken_against(expected - 0.001, prepare));
        EXPECT_FALSE(taken_against(expected + 0.001, prepare));
    }

  private:
    std::vector<std::pair<std::string_view, double>> given_;
};

auto const champions = [](std::uint32_t count) {
    return [count](History& history) {
        for (std::uint32_t j = 1; j <= count; ++j) history[Column::championing][j] = 1.0f;
    };
};

TEST(Champions, need_reinforcement_where_much_is_to_be_learned) {
    Steps plain({{"peer_weight", 0}});
    plain.expect_reasons(0.25, champions(1));
    plain.expect_reasons(0.5, champions(2));
    Steps reinforced({{"peer_weight", 0}, {"reinforcement", 4}});
    reinforced.expect_reasons(0.25 * 1 / 4, champions(1));
    reinforced.expect_reasons(0.5 * 2 / 4, champions(2));
    reinforced.expect_reasons(1, champions(4));
    // Who has half the skill needed, half of 0.5, needs half of the four.
    reinforced.expect_reasons(0.25 * 1 / 2, [](History& history) {
        champions(1)(history);
        history[Column::data_skill][0] = 0.25f;
    });
}

TEST(Champions, help_by_the_trust_in_them) {
    Steps trusted({{"peer_weight", 0}, {"champion_trust", 1}});
    trusted.expect_reasons(0.25, champions(1));
    for (float const trust : {0.9f, 0.2f})
        trusted.expect_reasons(0.25 * 2 * double(trust), [&](History& history) {
            champions(1)(history);
            history[Column::trust][0] = trust;
        });
}

// One contact of four uses the tool, and that is the manager.
TEST(Leaders, are_seen_by_their_reports) {
    auto const manager_at = [](Stage stage) { return [stage](History& history) { history[Column::stage][1] = float(stage); }; };
    Steps alike({});
    alike.expect_reasons(0.25, manager_at(Stage::substantive));
    alike.expect_reasons(0.25, manager_at(Stage::symbolic));
    Steps led({{"leader_weight", 0.4}});
    led.expect_reasons(0.25 + 0.4 * 0.75, manager_at(Stage::substantive));
    led.expect_reasons(0.25 - 0.4 * 0.25, manager_at(Stage::symbolic));
    led.expect_reasons(0.25, [&](History& history) {  // an empty chair is no example
        manager_at(Stage::symbolic)(history);
        history[Column::present][1] = 0.0f;
    });
}

// A manager at 0.2 and a colleague at −0.2 of the same voice: (0.2 · (1 + 2) − 0.2) / (1 + 2 + 1).
TEST(Leaders, are_heard_by_their_reports) {
    auto const heard = [](double leader_voice, std::uint32_t manager) {
        Few few(3, {{0, 1, 0.5f, 0.5f, manager == 1}, {0, 2, 0.5f, 0.5f, false}}, false);
        few.organisation.manager[0] = manager;
        few.set_trait(Trait::self_weight, 0);
        few.set_trait(Trait::susceptibility, 1);
        few.organisation.trait[std::size_t(Trait::attitude)] = {0, 0.2f, -0.2f};
        few.begin();
        few.live("attitude", {{"leader_voice", leader_voice}}, 1);
        return few.value(Column::attitude, 0);
    };
    EXPECT_NEAR(heard(0, 1), 0, 1e-6);
    EXPECT_NEAR(heard(2, 1), 0.1, 1e-6);
    EXPECT_NEAR(heard(2, nobody), 0, 1e-6);
}

// Of three people two use the tool, for show, and one tries it. Steps follow their reasons to the letter, and come at once: whoever has
// more reasons than the constant asks for takes one.
Stage after_a_week(float interdependence, float bonus, float attitude) {
    Few few(3, {{0, 1, 0.5f, 0.5f, false}, {0, 2, 0.5f, 0.5f, false}}, false);
    few.situation.block.settings.initiatives[0].interdependence = interdependence;
    few.set_trait(Trait::threshold, 1);  // what colleagues do is no reason of its own
    History& history = few.begin();
    history[Column::initiatives][0] = 1.0f;
    history[Column::stage][0] = float(Stage::trial);
    for (std::uint32_t const user : {1u, 2u}) history[Column::stage][user] = float(Stage::symbolic);
    history[Column::attitude][0] = attitude;
    history[Column::usage_bonus][0] = bonus;
    few.live("adoption",
             {{"pace", 1},
              {"precision", 1e6},
              {"constant", -0.3},
              {"attitude_weight", 0},
              {"support_weight", 0},
              {"rejection", 0},
              {"visibility", 0},
              {"ability_weight", 0},
              {"conviction_precision", 0}},
             1);
    return Stage(int(few.value(Column::stage, 0)));
}

TEST(Interdependence, makes_use_worth_more_where_colleagues_use_it) {
    EXPECT_EQ(after_a_week(0, 0, -0.2f), Stage::trial);
    EXPECT_EQ(after_a_week(0.29f, 0, -0.2f), Stage::trial);
    EXPECT_EQ(after_a_week(0.31f, 0, -0.2f), Stage::substantive) << "a reason to take the step, and to take it in earnest";
    EXPECT_EQ(after_a_week(0.31f, 0, -0.4f), Stage::symbolic) << "conviction is -0.09";
}

TEST(Bonus, for_use_is_met_in_form) {
    EXPECT_EQ(after_a_week(0, 0.07f, -0.2f), Stage::trial) << "a reason of 0.28";
    EXPECT_EQ(after_a_week(0, 0.08f, -0.2f), Stage::symbolic) << "a reason of 0.32 to take the step, none to be convinced";
    EXPECT_EQ(after_a_week(0, 0.08f, 0.2f), Stage::substantive);
}

// Where colleagues have no part in what training teaches, nobody teaches by way of them.
TEST(Training, reaches_those_without_ties) {
    Few few(3, {}, false);
    few.set_trait(Trait::data_skill, 0.2f);
    History& history = few.begin();
    history[Column::training][0] = 1.0f;
    few.live("adoption", {{"training_effect", 0.01}, {"skill_half_life", 0}, {"transfer", 0}}, 1);
    EXPECT_NEAR(few.value(Column::data_skill, 0), 0.2 + 0.8 * 0.01, 1e-6);
    EXPECT_NEAR(few.value(Column::data_skill, 1), 0.2, 1e-6);
}

}  // namespace
}  // namespace micropol
