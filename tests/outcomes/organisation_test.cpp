// Power, status, trust, coalitions, performance and what one number of the organisation says.

#include <gtest/gtest.h>

#include "outcomes/by_hand.h"

namespace micropol {
namespace {

using by_hand::Company;

TEST(Outcomes, of_the_organisation_read_their_column) {
    struct Case {
        char const* key;
        Column column;
    };
    for (auto const& [key, column] :
         {Case{"marketing_sales_trust", Column::marketing_sales_trust}, Case{"rivalry", Column::rivalry},
          Case{"ideas", Column::ideas}, Case{"quits", Column::quits}, Case{"hires", Column::hires},
          Case{"lead_quality", Column::lead_quality}, Case{"lead_followup", Column::lead_followup},
          Case{"value_created", Column::value_created}, Case{"value_of_data", Column::value_of_data},
          Case{"value_of_leads", Column::value_of_leads}, Case{"value_of_incentives", Column::value_of_incentives},
          Case{"report_truth", Column::report_truth}, Case{"reported_adoption", Column::reported_adoption},
          Case{"meetings", Column::meetings}, Case{"decision_regret", Column::decision_regret},
          Case{"credibility", Column::credibility}, Case{"executive_pressure", Column::executive_pressure}}) {
        Company company;
        company.set(column, {0.375f});
        EXPECT_EQ(company.value(key), 0.375f) << key;
    }
}

TEST(Outcomes, gini_of_people_alone) {
    Company company;
    company.set(Column::power, {1, 1, 1, 1, 1, 1});
    EXPECT_NEAR(company.value("power_gini"), 0, 1e-6f);
    company.set(Column::power, {0, 6, 0, 0, 0, 0});
    EXPECT_NEAR(company.value("power_gini"), 5.0f / 6, 1e-6f);
    company.set(Column::power, {3, 1, 0, 0, 2, 0});
    company.set(Column::present, {1, 1, 0, 0, 1, 0});
    EXPECT_NEAR(company.value("power_gini"), 2.0f / 9, 1e-6f) << "of 1, 2 and 3";
    company.set(Column::power, {3, 1, 0, 5, 2, 0});
    EXPECT_NEAR(company.value("power_gini"), 2.0f / 9, 1e-6f) << "whoever leaves this week takes the power along";
}

TEST(Outcomes, power_that_rests_on_data) {
    Company company;
    company.set(Column::data_control, {0.3f, 0, 0, 0.1f, 0.2f, 0});
    company.set(Column::relation_control, {0.5f, 0.5f, 0.2f, 0, 0.2f, 0.4f});
    EXPECT_NEAR(company.value("data_power"), 0.25f, 1e-6f) << "0.6 of 2.4";
    company.set_all(Column::data_control, 0), company.set_all(Column::relation_control, 0);
    EXPECT_EQ(company.value("data_power"), 0) << "where nobody controls anything";
}

TEST(Outcomes, risen_stars) {
    Company company;
    company.set_all(Column::mean_status, 0.5f);
    company.set(Column::status_at_start, {0.4f, 0.4f, 0.2f, 0.7f, 0.4f, 0.4f});
    company.set(Column::status, {0.7f, 0.6f, 0.45f, 0.72f, 0.9f, 0.3f});  // rose, rose, below the mean, too little, gone, fell
    company.set(Column::present, {1, 1, 1, 1, 0, 1});
    EXPECT_FLOAT_EQ(company.value("risen_stars"), 0.4f);
    company.set_all(Column::mean_status, 0.3f);
    EXPECT_FLOAT_EQ(company.value("risen_stars"), 0.8f) << "where everybody falls, whoever does not has risen";
    company.set_all(Column::mean_status, 0.5f);

    EXPECT_NEAR(company.value("trust_in_risen_stars"), 0, 1e-7f) << "as at the start";
    Ties const& ties = company.organisation().ties;
    for (std::size_t t = 0; t < ties.count(); ++t) {  // towards the first two: less trust, more strength; elsewhere the opposite
        float const sign = ties.other[t] < 2 ? 1.0f : -1.0f;
        company.history[Column::trust][t] = ties.trust[t] - sign * 0.125f;
        company.history[Column::strength][t] = ties.strength[t] + sign * 0.25f;
    }
    EXPECT_NEAR(company.value("trust_in_risen_stars"), -0.125f, 1e-6f);
    EXPECT_NEAR(company.value("ties_of_risen_stars"), 0.25f, 1e-6f);
    for (std::size_t t = 0; t < ties.count(); ++t)  // the one who is gone does not count
        if (ties.other[ties.reverse[t]] == 4) company.history[Column::trust][t] = 0.0f;
    EXPECT_NEAR(company.value("trust_in_risen_stars"), -0.125f, 1e-6f);

    company.set_all(Column::status, 0);
    EXPECT_EQ(company.value("risen_stars"), 0);
    EXPECT_EQ(company.value("trust_in_risen_stars"), 0);
}

TEST(Outcomes, trust_in_the_manager) {
    Company company;
    Organisation const& organisation = company.organisation();
    company.set_all(Column::trust, 0.9f);
    int reports = 0;
    for (std::uint32_t const tie : organisation.manager_tie)
        if (tie != nobody) company.history[Column::trust][tie] = 0.25f, ++reports;
    ASSERT_GT(reports, 1);
    EXPECT_FLOAT_EQ(company.value("trust_in_boss"), 0.25f);
    for (std::uint32_t i = 0, first = 1; i < organisation.headcount(); ++i)
        if (organisation.manager_tie[i] != nobody && first == 1) {
            company.history[Column::trust][organisation.manager_tie[i]] = 1.0f;
            company.history[Column::present][i] = 0.0f;
            first = 0;
        }
    EXPECT_FLOAT_EQ(company.value("trust_in_boss"), 0.25f) << "an empty seat trusts nobody";
}

TEST(Outcomes, coalitions_are_three_or_more) {
    Company company;
    company.set(Column::coalition_members, {4, 2, 0, 0, 0, 0});
    company.set(Column::coalition_cohesion, {0.5f, 1, 1, 1, 1, 1});
    company.set(Column::coalition_age, {3, 9, 9, 9, 9, 9});
    EXPECT_EQ(company.value("coalitions"), 1);
    EXPECT_FLOAT_EQ(company.value("in_coalitions"), 4.0f / 6);
    EXPECT_FLOAT_EQ(company.value("coalition_cohesion"), 0.5f);
    EXPECT_EQ(company.value("oldest_coalition"), 3);
    company.set(Column::coalition_members, {5, 3, 0, 0, 0, 0});
    EXPECT_FLOAT_EQ(company.value("coalition_cohesion"), (5 * 0.5f + 3) / 8) << "by members";
    EXPECT_EQ(company.value("oldest_coalition"), 9);
    company.set_all(Column::coalition_members, 1);
    for (char const* key : {"coalitions", "in_coalitions", "coalition_cohesion", "oldest_coalition"})
        EXPECT_EQ(company.value(key), 0) << key;
}

TEST(Outcomes, gaming_and_value) {
    Company company;
    company.set(Column::present, {1, 1, 1, 1, 0, 0});
    company.set(Column::effort_quantity, {1, 1, 1, 1, 0, 0});
    company.set(Column::effort_quality, {1, 0.5f, 0.5f, 1, 0, 0});
    company.set(Column::gaming, {1, 0, 0, 0, 0, 0});
    EXPECT_FLOAT_EQ(company.value("gaming_share"), 0.125f);
    EXPECT_FLOAT_EQ(company.value("gamers"), 0.25f);
    for (Column const column : {Column::effort_quantity, Column::effort_quality, Column::gaming}) company.set_all(column, 0);
    EXPECT_EQ(company.value("gaming_share"), 0) << "no effort at all";
    company.set(Column::value_created, {100});
    company.set(Column::cost, {130});
    EXPECT_EQ(company.value("net_value"), -30);
}

TEST(Outcomes, what_other_pay_brings_is_no_value_of_the_transformation) {
    Company company;
    company.set(Column::value_of_data, {50});
    company.set(Column::value_of_leads, {-20});
    company.set(Column::value_of_incentives, {1000});
    EXPECT_EQ(company.value("value_of_transformation"), 30);
}

TEST(Outcomes, shares_of_adoption_are_of_seats) {
    Company company;
    company.set(Column::present, {1, 1, 1, 1, 1, 0});
    company.set(Column::stage, {4, 4, 4, 5, -1, 0});
    float sum = 0;
    for (char const* key : {"substantive", "symbolic", "on_trial", "interested", "aware", "unaware", "rejecting"})
        sum += company.value(key);
    EXPECT_FLOAT_EQ(sum, 1);
    EXPECT_FLOAT_EQ(company.value("unaware"), 1.0f / 6) << "an empty seat counts as unaware";
    company.set(Column::pivotal, {1, 0, 1, 0, 0, 0});
    EXPECT_EQ(company.value("pivotal_members"), 2);
}

}  // namespace
}  // namespace micropol
