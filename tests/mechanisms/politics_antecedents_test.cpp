// How political a place looks by structure and situation alone.

#include "mechanisms/politics_antecedents.h"
#include <gtest/gtest.h>

#include <cmath>

#include "laws/situation.h"

namespace micropol {
namespace {

constexpr double rounding = 1e-5;
constexpr PoliticsAntecedents of_structure{.structure = 0.1f, .upheaval = 0}, of_upheaval{.structure = 0, .upheaval = 0.2f};

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
    // The change has been stopped: nobody wonders what it will bring.
    double seen(std::uint32_t i, PoliticsAntecedents const& by) const {
        return seen(i, by, [](History& h) { h[Column::stopped][0] = 1.0f; });
    }

    Organisation organisation;
    Settings settings;
};

// Equal power in m hands: 1 / √m.
TEST_F(Place, is_the_more_political_the_fewer_decide) {
    constexpr PoliticsAntecedents by{.structure = 0, .upheaval = 0.2f};
    constexpr double calm = double(by.usual_concentration + by.usual_ambiguity +
                                   by.usual_injustice);  // nothing else is the matter
    settings.rule = DecisionRule::ceo;
    EXPECT_NEAR(seen(5, by), 0.2 * (1 - calm), rounding);
    settings.rule = DecisionRule::sales;
    EXPECT_NEAR(seen(5, by), 0.2 * (0.5 - calm), rounding);
    auto const all_have_a_say = [](History& h) {
        h[Column::stopped][0] = 1.0f;
        std::ranges::fill(h[Column::say], Worlds(1.0f));
    };
    EXPECT_NEAR(seen(5, by, all_have_a_say), 0.2 * (std::sqrt(4 * 4 + 8) / (4 * 2 + 8) - calm), rounding);
    settings.rule = DecisionRule::customer;
    EXPECT_NEAR(seen(5, by), 0.2 * (0 - calm), rounding);
}

TEST_F(Place, is_less_political_for_those_who_have_a_say) {
    settings.rule = DecisionRule::ceo;
    EXPECT_NEAR(seen(0, of_structure) - seen(5, of_structure), -0.1, rounding);
    auto const asked = [](History& h) { h[Column::participation][5] = 0.6f, h[Column::say][5] = 0.5f; };
    EXPECT_NEAR(seen(5, of_structure, asked) - seen(5, of_structure), -0.1 * 0.8, rounding);
}

TEST_F(Place, is_more_political_under_a_manager_with_many_reports) {
    settings.rule = DecisionRule::customer;  // nobody has a say
    for (std::uint32_t i = 1; i < 12; ++i) organisation.manager[i] = i < 9 ? 0 : 8;
    EXPECT_NEAR(seen(1, of_structure), seen(0, of_structure), rounding) << "eight reports are usual, and so is nobody's report";
    EXPECT_NEAR(seen(10, of_structure) - seen(0, of_structure), 0.1 * (3.0 / 11 - 0.5), rounding);
}

TEST_F(Place, is_more_political_under_rivalry_and_less_where_evidence_has_to_be_shown) {
    auto const compete = [](History& h) { h[Column::rivalry][0] += 0.4f; };
    EXPECT_NEAR(seen(5, of_structure, compete) - seen(5, of_structure), 0.1 * 0.4, rounding);
    auto const argue = [](History& h) { h[Column::evidence][5] = 0.7f; };
    EXPECT_NEAR(seen(5, of_structure, argue) - seen(5, of_structure), -0.1 * 0.7, rounding);
}

TEST_F(Place, is_more_political_while_people_are_left_in_the_dark) {
    double const calm = seen(5, of_upheaval);
    auto const at = [&](Stage stage, float told) {
        return seen(5, of_upheaval,
                    [&](History& h) {
                        h[Column::initiatives][0] = 1.0f;
                        h[Column::stage][5] = float(stage);
                        h[Column::communication][5] = told;
                    }) -
               calm;
    };
    EXPECT_NEAR(at(Stage::unaware, 0), 0.2, rounding);
    EXPECT_NEAR(at(Stage::rejecting, 0), 0.2 * 0.5, rounding);
    EXPECT_NEAR(at(Stage::aware, 0.5f), 0.2 * 0.25, rounding);
    EXPECT_NEAR(at(Stage::substantive, 0), 0, rounding);
}

TEST_F(Place, is_more_political_for_those_who_lose_what_others_win) {
    auto const one_loses = [](History& h) {
        h[Column::stopped][0] = 1.0f;
        std::ranges::fill(h[Column::stake], Worlds(0.12f));
        h[Column::stake][5] = -0.6f;  // the mean is 0.06
    };
    EXPECT_NEAR(seen(5, of_upheaval, one_loses) - seen(5, of_upheaval), 0.2 * 0.66, rounding);
    EXPECT_NEAR(seen(6, of_upheaval, one_loses) - seen(6, of_upheaval), 0, rounding);
}

// Half of it is gone after `unsettled_for` weeks, a quarter after twice as many.
TEST(Upheaval, is_forgotten_by_halves) {
    Stream stream(1, 0, purpose("test: upheaval"));
    Organisation const organisation = laws::make_organisation(5, TieShape::ring, laws::Numbers::usual, stream);
    Settings const settings;
    MechanismKind const& kind = laws::mechanism_of("climate");
    std::vector<double> usual;
    for (ParameterSpec const& spec : kind.plugin.parameters) usual.push_back(spec.default_value);
    auto const mechanism = laws::make_mechanism(kind, usual, {{"unsettled_for", 13}, {"politics_by_upheaval", 0.3}});
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
