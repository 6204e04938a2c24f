// Who games figures, who never does, which leads are pursued, and what each adds to the value created.

#include "mechanisms/figures.h"
#include "laws/situation.h"
#include "mechanisms/lead_pursuit.h"
#include "verification/life.h"

namespace micropol {
namespace {

using verification::Life;
using verification::Overrides;

constexpr double rounding = 1e-5;

double first(Life const& life, Column column) { return double(life[column][0][0]); }

// Four people of full skill who are paid a quarter of what they make, and game with an ease of 0.6.
Life lived(Overrides const& overrides, int weeks = 4) {
    Life life(verification::read("gaming", overrides));
    life.live(weeks);
    return life;
}

// b · (1 + R · θ): rivals work more, and flatter more.
TEST(Rivalry, raises_effort_and_gaming_by_what_standing_is_worth) {
    for (double const rivalry : {0.0, 0.3, 1.0})
        for (double const standing : {0.0, 0.5, 2.0}) {
            Life const life = lived({{"culture.rivalry", std::to_string(rivalry)},
                                     {"performance.standing", std::to_string(standing)},
                                     {"performance.audit", "0.1"}});
            double const worth = 0.25 * (1 + rivalry * standing);
            EXPECT_NEAR(first(life, Column::effort_quantity), worth, rounding);
            EXPECT_NEAR(first(life, Column::gaming), 0.6 * (worth - 0.1), rounding);
        }
}

TEST(Rivalry, asks_for_dearer_audits_until_nobody_games) {
    Overrides const rivals{{"culture.rivalry", "0.8"}, {"performance.standing", "1"}};  // a unit is worth 0.45
    for (auto const& [audit, games] : {std::pair{"0.25", true}, {"0.44", true}, {"0.45", false}, {"1", false}}) {
        Overrides overrides = rivals;
        overrides.push_back({"performance.audit", audit});
        Life const life = lived(overrides);
        for (Worlds const& gamed : life[Column::gaming]) EXPECT_EQ(bits(gamed > 0.0f), games ? 0xffffu : 0u) << audit;
    }
}

// Four thousand consciences; |z| > 4 would be found for one in 16,000 correct programs.
TEST(Consciences, forbid_some_people_for_good_and_cost_the_others_evenly) {
    Stream stream(1, 0, purpose("test: consciences"));
    Organisation const organisation = laws::make_organisation(250, TieShape::none, laws::Numbers::usual, stream);
    Settings settings;
    settings.incorruptible = 0.4f, settings.scruple = 0.5f;
    Chance const chance(7, 0);
    History history(organisation, settings);
    Week const early(organisation, settings, chance, history, 0), late(organisation, settings, chance, history, 99);
    Consciences now(early), then(late);
    double never = 0, sum = 0, minding = 0;
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        Worlds const cost = now.cost(i, 1.0f), later = then.cost(i, 1.0f), worn = then.cost(i, 0.5f);
        for (int h = 0; h < histories_per_block; ++h) {
            EXPECT_EQ(cost[h], later[h]);
            bool const forbidden = cost[h] > 100;
            EXPECT_EQ(worn[h], forbidden ? cost[h] : cost[h] * 0.5f);
            never += forbidden ? 1 : 0;
            if (!forbidden) sum += double(cost[h]), ++minding;
        }
    }
    double const people = 250 * histories_per_block;
    EXPECT_NEAR(never / people, 0.4, 4 * std::sqrt(0.4 * 0.6 / people));
    EXPECT_NEAR(sum / minding, 0.25, 4 * 0.5 / std::sqrt(12 * minding));
}

TEST(Consciences, forbid_nothing_where_nothing_is_said_and_everything_where_all_are_incorruptible) {
    Life const unscrupulous = lived({}), incorruptible = lived({{"performance.incorruptible", "1"}});
    for (Worlds const& gamed : unscrupulous[Column::gaming]) EXPECT_TRUE(all(magnitude(gamed - 0.15f) < 1e-6f));
    for (Worlds const& gamed : incorruptible[Column::gaming]) EXPECT_TRUE(all(gamed == 0.0f));
}

// Two in Sales and one in Marketing, all tied; one of Sales and the one of Marketing have been gaming.
TEST(Scruples, are_worn_down_by_colleagues_of_the_own_department_who_game) {
    Stream stream(1, 0, purpose("test: scruples"));
    Organisation organisation = laws::make_organisation(3, TieShape::complete, laws::Numbers::usual, stream);
    organisation.department = {0, 0, 1};
    Settings settings;
    settings.sales = 0, settings.marketing = 1;
    History history(organisation, settings);
    history[Column::gaming][1] = history[Column::gaming][2] = 0.2f;
    MechanismKind const& kind = laws::mechanism_of("performance");
    std::vector<double> usual;
    for (ParameterSpec const& spec : kind.plugin.parameters) usual.push_back(spec.default_value);
    auto const mechanism = laws::make_mechanism(kind, usual, {{"contagion", 0.5}, {"honesty_pace", 0.4}});
    Chance const chance(1, 0);
    Week week(organisation, settings, chance, history, 0);
    week.begin(kind.plugin.access);
    mechanism->step(week);
    week.end();
    EXPECT_NEAR(double(history[Column::honesty][0][0]), 1 - 0.4 * 0.5, rounding);
    EXPECT_EQ(history[Column::honesty][1][0], 1) << "sees one of the own department, who does not game";
    EXPECT_EQ(history[Column::honesty][2][0], 1) << "sees none of the own department";
}

constexpr LeadPursuit by{.constant = -0.6f, .trust = 3, .quality = 2, .occasion = 1.5f, .experience = 0.4f, .usual_years = 8};

double log_odds(LeadsOnOffer const& offer, Representative const& who, LeadPursuit const& of = by) {
    double const share = double(pursuit_of(offer, who, of)[0]);
    return std::log(share / (1 - share));
}

TEST(Pursuit, of_somebody_usual_follows_the_sum_of_reasons) {
    Representative const who{.trust = 0.7f, .joint_goals = 0.5f, .tracking = 0.4f, .years = 8, .prospects = 1};
    EXPECT_NEAR(log_odds({0.6f, 1.0f}, who), -0.6 + 3 * 0.2 + 2 * 0.1 + 1.5 * (0.5 + 0.4), 1e-4);
    EXPECT_NEAR(log_odds({0.6f, 3.0f}, who) - log_odds({0.6f, 1.0f}, who), 1.5 * (0.75 - 0.5), 1e-4);
}

// 24 years: s = ½, so that tracking and volume count 0.8 of the usual and quality 1.2.
TEST(Pursuit, of_experienced_people_answers_less_to_tracking_and_more_to_quality) {
    Representative who{.trust = 0.5f, .joint_goals = 0.0f, .tracking = 0.0f, .years = 24, .prospects = 1};
    double const untracked = log_odds({0.5f, 1.0f}, who);
    EXPECT_NEAR(untracked, -0.6 - 0.4 * 0.5, 1e-4);
    EXPECT_NEAR(log_odds({0.8f, 1.0f}, who) - untracked, 2 * 1.2 * 0.3, 1e-4);
    EXPECT_NEAR(log_odds({0.5f, 3.0f}, who) - untracked, 1.5 * 0.8 * 0.25, 1e-4);
    who.tracking = 1.0f;
    EXPECT_NEAR(log_odds({0.5f, 1.0f}, who) - untracked, 1.5 * 0.8, 1e-4);
}

// Whose pay no figure moves does as usual whatever is paid elsewhere, and games nothing.
TEST(Salaries, are_moved_by_no_lever_of_pay) {
    Stream stream(1, 0, purpose("test: salaries"));
    Organisation organisation = laws::make_organisation(3, TieShape::none, laws::Numbers::usual, stream);
    organisation.department = {0, 1, 2};
    Settings settings;
    settings.sales = 0, settings.marketing = 1;
    settings.quality_weight = 0.3f, settings.piece_rate = 0.5f, settings.gaming_ease = 0.6f;
    settings.standing = 1, settings.rivalry = 1, settings.figures_elsewhere = 0;
    Chance const chance(1, 0);
    History history(organisation, settings);
    Week week(organisation, settings, chance, history, 0);
    MechanismKind const& kind = laws::mechanism_of("performance");
    week.begin(kind.plugin.access);
    Incentives const paid{.quality_pay = 0.8f, .joint_goals = 1.0f, .audit = 0.0f, .rivalry = 1.0f};
    Efforts const in_sales = efforts_for(paid, 0.0f, {0.3f, 0.5f, 1}, week, 0);
    Efforts const elsewhere = efforts_for(paid, 0.0f, {0.3f, 0.5f, 1}, week, 2);
    EXPECT_NEAR(double(in_sales.quality[0]), 0.3 + 0.5 * 2 * 0.9, rounding);
    EXPECT_GT(in_sales.gaming[0], 0);
    EXPECT_NEAR(double(elsewhere.quality[0]), 0.3 + 0.5 * 0.3, rounding);
    EXPECT_NEAR(double(elsewhere.quantity[0]), 0.3 + 0.5 * 0.7, rounding);
    EXPECT_EQ(elsewhere.gaming[0], 0);
}

// What four people add in four weeks at 8 a unit, for so many units a person and week.
double worth(double units) { return 4 * 4 * 8 * units; }

// From the fifth week to the eighth everybody has one turn.
Life after_two_months(Overrides overrides, auto&& change) {
    for (char const* const nothing : {"political_time", "conflict_cost", "strain_cost", "usual_vacancy"})
        overrides.push_back({std::string("mechanisms.performance.") + nothing, "0"});
    Life life(verification::read("gaming", overrides));
    change(life);
    life.live(8);
    return life;
}

TEST(ValueOfData, is_the_lift_and_no_more_than_its_ceiling) {
    auto const use_it = [](Life& life) { std::ranges::fill(life.change(Column::use), Worlds(1.0f)); };
    for (auto const& [ceiling, gain] : {std::pair{"10", 0.06}, {"0.05", 0.05}}) {
        Life const life = after_two_months({{"performance.gaming_ease", "0"}, {"mechanisms.performance.data_ceiling", ceiling}},
                                           use_it);
        EXPECT_NEAR(first(life, Column::true_value), 0.25 * (1 + gain), rounding);
        EXPECT_NEAR(first(life, Column::value_of_data), worth(0.25 * gain), 1e-3);
        EXPECT_NEAR(first(life, Column::value_created), worth(0.25 * gain), 1e-3);
        EXPECT_NEAR(first(life, Column::value_of_incentives), 0, 1e-3);
        EXPECT_NEAR(first(life, Column::value_of_leads), 0, 1e-3);
    }
}

// Gaming, 0.6 · 0.25, destroys as much as it fakes: the work is worth 0.1 until audits end it, then 0.25.
TEST(ValueOfIncentives, is_what_audits_save_and_no_more_than_its_ceiling) {
    auto const audited = [](Life& life) { std::ranges::fill(life.change(Column::audit), Worlds(1.0f)); };
    for (auto const& [ceiling, value] : {std::pair{"10", 0.25}, {"0.1", 0.11}}) {
        Life const life = after_two_months({{"mechanisms.performance.incentive_ceiling", ceiling}}, audited);
        EXPECT_NEAR(first(life, Column::true_value), value, rounding);
        EXPECT_NEAR(first(life, Column::value_of_incentives), worth(value - 0.1), 1e-3);
        EXPECT_NEAR(first(life, Column::value_created), worth(value - 0.1), 1e-3);
        EXPECT_NEAR(first(life, Column::value_of_data), 0, 1e-3);
    }
}

}  // namespace
}  // namespace micropol
