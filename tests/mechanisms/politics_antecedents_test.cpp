// How political a place looks by structure and situation alone.

#include "mechanisms/politics_antecedents.h"
#include <gtest/gtest.h>

#include <cmath>

#include "laws/situation.h"

namespace micropol {
namespace {

constexpr double rounding = 1e-5;
constexpr PoliticsAntecedents nothing{};

// Twelve people in three departments of four; nobody has a manager, and all have the same power.
class Place : public testing::Test {
  protected:
    Place() {
        Stream stream(1, 0, purpose("test: place"));
        organisation = laws::make_organisation(12, TieShape::none, laws::Numbers::usual, stream);
        std::ranges::fill(organisation.manager, nobody);
        std::ranges::fill(organisation.level, std::uint8_t(0));
        organisation.level[0] = 2;
        settings.marketing = 0, settings.sales = 1;
        settings.initiatives.emplace_back();
    }

    // Perceived politics that these add for somebody, as they are now.
    double seen(std::uint32_t i, PoliticsAntecedents const& by, auto&& change) const {
        History history(organisation, settings);
        change(history);
        Chance const chance(1, 0);
        Week week(organisation, settings, chance, history, 0);
        week.begin(laws::mechanism_of("climate").plugin.access);
        PoliticalStructure const structure(week, history[Column::rivalry][0], history[Column::upheaval][0]);
        return double(structure.seen_by(i, week, by)[0]);
    }
    double seen(std::uint32_t i, PoliticsAntecedents const& by) const {
        return seen(i, by, [](History&) {});
    }

    Organisation organisation;
    Settings settings;
};

// Equal power in m hands: 1 / √m.
TEST_F(Place, is_the_more_political_the_fewer_decide) {
    PoliticsAntecedents by = nothing;
    by.centralisation = 0.2f;
    settings.rule = DecisionRule::ceo;
    EXPECT_NEAR(seen(5, by), 0.2 * (1 - by.usual_concentration), rounding);
    settings.rule = DecisionRule::sales;
    EXPECT_NEAR(seen(5, by), 0.2 * (0.5 - by.usual_concentration), rounding);
    EXPECT_NEAR(seen(5, by, [](History& h) { std::ranges::fill(h[Column::say], Worlds(1.0f)); }),
                0.2 * (std::sqrt(4 * 4 + 8) / (4 * 2 + 8) - by.usual_concentration), rounding);
    settings.rule = DecisionRule::customer;
    EXPECT_NEAR(seen(5, by), 0.2 * (0 - by.usual_concentration), rounding);
}

TEST_F(Place, is_less_political_for_those_who_have_a_say) {
    PoliticsAntecedents by = nothing;
    by.say = 0.1f;
    settings.rule = DecisionRule::ceo;
    EXPECT_NEAR(seen(0, by), -0.1 * (1 - by.usual_say), rounding);
    EXPECT_NEAR(seen(5, by), 0.1 * by.usual_say, rounding);
    auto const asked = [](History& h) { h[Column::participation][5] = 0.6f, h[Column::say][5] = 0.5f; };
    EXPECT_NEAR(seen(5, by, asked), -0.1 * (0.8 - by.usual_say), rounding);
}

TEST_F(Place, is_more_political_under_a_manager_with_many_reports) {
    PoliticsAntecedents by = nothing;
    by.span = 0.1f;
    for (std::uint32_t i = 1; i < 12; ++i) organisation.manager[i] = i < 9 ? 0 : 8;
    EXPECT_NEAR(seen(1, by), 0, rounding) << "eight reports are usual";
    EXPECT_NEAR(seen(10, by), 0.1 * (3.0 / 11 - 0.5), rounding);
    EXPECT_EQ(seen(0, by), 0) << "nobody's report";
}

TEST_F(Place, is_more_political_while_people_are_left_in_the_dark) {
    PoliticsAntecedents by = nothing;
    by.ambiguity = 0.2f;
    auto const at = [&](Stage stage, float told) {
        return seen(5, by, [&](History& h) {
            h[Column::initiatives][0] = 1.0f;
            h[Column::stage][5] = float(stage);
            h[Column::communication][5] = told;
        });
    };
    EXPECT_NEAR(at(Stage::unaware, 0), 0.2 * (1 - by.usual_ambiguity), rounding);
    EXPECT_NEAR(at(Stage::rejecting, 0), 0.2 * (0.5 - by.usual_ambiguity), rounding);
    EXPECT_NEAR(at(Stage::aware, 0.5f), 0.2 * (0.25 - by.usual_ambiguity), rounding);
    EXPECT_NEAR(at(Stage::substantive, 0), 0.2 * (0 - by.usual_ambiguity), rounding);
    auto const stopped = [](History& h) { h[Column::initiatives][0] = 1.0f, h[Column::stopped][0] = 1.0f; };
    EXPECT_NEAR(seen(5, by, stopped), 0.2 * (0 - by.usual_ambiguity), rounding);
}

TEST_F(Place, is_more_political_for_those_who_lose_what_others_win) {
    PoliticsAntecedents by = nothing;
    by.injustice = 0.3f;
    auto const one_loses = [](History& h) {
        std::ranges::fill(h[Column::stake], Worlds(0.12f));
        h[Column::stake][5] = -0.6f;  // the mean is 0.06
    };
    EXPECT_NEAR(seen(5, by, one_loses), 0.3 * (0.66 - by.usual_injustice), rounding);
    EXPECT_NEAR(seen(6, by, one_loses), 0.3 * (0 - by.usual_injustice), rounding);
}

// Half of it is gone after `unsettled_for` weeks, a quarter after twice as many.
TEST(Upheaval, is_forgotten_by_halves) {
    Stream stream(1, 0, purpose("test: upheaval"));
    Organisation const organisation = laws::make_organisation(5, TieShape::ring, laws::Numbers::usual, stream);
    Settings const settings;
    MechanismKind const& kind = laws::mechanism_of("climate");
    std::vector<double> usual;
    for (ParameterSpec const& spec : kind.plugin.parameters) usual.push_back(spec.default_value);
    auto const mechanism = laws::make_mechanism(kind, usual, {{"unsettled_for", 13}, {"politics_by_reorganisation", 0.3}});
    Chance const chance(1, 0);
    History history(organisation, settings), calm(organisation, settings);
    auto const live = [&](History& lived, int number) {
        Week week(organisation, settings, chance, lived, number);
        week.begin(kind.plugin.access);
        mechanism->step(week);
        week.end();
    };
    history[Column::reorganised][0] = 0.8f;
    live(history, 0), live(calm, 0);
    history[Column::reorganised][0] = 0.0f;
    EXPECT_NEAR(double(history[Column::upheaval][0][0]), 0.8, rounding);
    EXPECT_EQ(calm[Column::upheaval][0][0], 0);
    for (std::size_t i = 0; i < 5; ++i)
        for (int h = 0; h < histories_per_block; ++h) {
            double const before = double(calm[Column::perceived_politics][i][h]);
            if (before == 0) continue;
            EXPECT_NEAR(double(history[Column::perceived_politics][i][h]), std::min(before + 0.24, 1.0), rounding);
        }
    for (int number = 1; number <= 13; ++number) live(history, number);
    EXPECT_NEAR(double(history[Column::upheaval][0][0]), 0.4, rounding);
    for (int number = 14; number <= 26; ++number) live(history, number);
    EXPECT_NEAR(double(history[Column::upheaval][0][0]), 0.2, rounding);
}

}  // namespace
}  // namespace micropol
