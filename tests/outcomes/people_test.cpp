// Means, shares and correlations over people, who are those present.

#include <gtest/gtest.h>

#include <cmath>

#include "outcomes/by_hand.h"

namespace micropol {
namespace {

using by_hand::Company;

TEST(Outcomes, means_leave_out_empty_seats) {
    Company company;
    company.set(Column::present, {1, 1, 0, 1, 0, 1});
    company.set(Column::attitude, {0.5f, -0.5f, 1, 0.25f, 1, 0.75f});
    company.set(Column::voiced_attitude, {0.75f, 0.5f, 1, 0.25f, -1, 0.5f});
    EXPECT_FLOAT_EQ(company.value("attitude"), 0.25f);
    EXPECT_FLOAT_EQ(company.value("voiced_attitude"), 0.5f);
    EXPECT_FLOAT_EQ(company.value("lip_service"), 0.25f);
    EXPECT_FLOAT_EQ(company.value("attitude_spread"), std::sqrt(0.21875f));
    EXPECT_FLOAT_EQ(company.value("voiced_spread"), std::sqrt(0.03125f));
    EXPECT_FLOAT_EQ(company.value("empty_seats"), 2.0f / 6);
}

TEST(Outcomes, every_mean_over_people_reads_its_column) {
    struct Case {
        char const* key;
        Column column;
    };
    for (auto const& [key, column] : {Case{"belief", Column::belief},
                                      Case{"stake", Column::stake},
                                      Case{"stake_career", Column::stake_career},
                                      Case{"stake_pay", Column::stake_pay},
                                      Case{"stake_status", Column::stake_status},
                                      Case{"stake_security", Column::stake_security},
                                      Case{"stake_company", Column::stake_company},
                                      Case{"trust", Column::mean_trust},
                                      Case{"trust_within", Column::trust_within},
                                      Case{"cohesion", Column::cohesion},
                                      Case{"reach", Column::reach},
                                      Case{"contacts", Column::contacts},
                                      Case{"sought_by", Column::sought_by},
                                      Case{"load", Column::load},
                                      Case{"fatigue", Column::fatigue},
                                      Case{"measured_value", Column::measured_value},
                                      Case{"true_value", Column::true_value},
                                      Case{"conflict", Column::conflict},
                                      Case{"perceived_politics", Column::perceived_politics},
                                      Case{"strain", Column::strain},
                                      Case{"satisfaction", Column::satisfaction},
                                      Case{"commitment", Column::commitment},
                                      Case{"turnover_intention", Column::turnover_intention},
                                      Case{"disclosure", Column::disclosed},
                                      Case{"data_access", Column::data_access},
                                      Case{"data_skill", Column::data_skill},
                                      Case{"pressure", Column::pressure}}) {
        Company company;
        company.set(Column::present, {1, 0, 1, 1, 1, 0});
        company.set(column, {0.5f, 1, 0.25f, 0, 0.25f, 1});
        EXPECT_FLOAT_EQ(company.value(key), 0.25f) << key;
    }
}

TEST(Outcomes, every_history_has_its_own_people) {
    Company company;
    company.set(Column::strain, {1, 0, 0, 0, 0, 0});
    company.history[Column::present][0].set(3, 0);
    company.history[Column::present][5].set(4, 0);
    Worlds const strain = company.measure("strain");
    EXPECT_FLOAT_EQ(strain[0], 1.0f / 6);
    EXPECT_EQ(strain[3], 0);
    EXPECT_FLOAT_EQ(strain[4], 1.0f / 5);
}

TEST(Outcomes, nobody_left_is_zero_everywhere) {
    Company company;
    company.set_all(Column::present, 0);
    for (char const* key : {"attitude", "attitude_spread", "trust", "politicking", "power_gini", "metric_value_correlation",
                            "risen_stars", "trust_in_risen_stars", "trust_in_boss"})
        EXPECT_EQ(company.value(key), 0) << key;
    EXPECT_EQ(company.value("empty_seats"), 1);
}

TEST(Outcomes, shares_by_stake) {
    Company company;
    company.set(Column::present, {1, 1, 1, 1, 0, 0});
    company.set(Column::stake, {-0.1f, 0, 0.2f, -0.3f, -1, -1});
    EXPECT_FLOAT_EQ(company.value("losers"), 0.5f);
}

TEST(Outcomes, shares_by_tactic) {
    Company company;
    company.set(Column::tactic, {0, 1, 2, 3, 4, 5});
    for (char const* key : {"persuading", "networking", "allying", "hiding", "resisting"})
        EXPECT_FLOAT_EQ(company.value(key), 1.0f / 6) << key;
    EXPECT_EQ(company.value("gaming"), 0);
    EXPECT_FLOAT_EQ(company.value("politicking"), 5.0f / 6);
    company.set(Column::tactic, {0, 6, 6, 6, 6, 1});
    company.set(Column::present, {1, 1, 1, 1, 0, 0});
    EXPECT_FLOAT_EQ(company.value("gaming"), 0.75f);
    EXPECT_FLOAT_EQ(company.value("politicking"), 0.75f);
    EXPECT_EQ(company.value("persuading"), 0);
}

TEST(Outcomes, correlations_are_those_of_pearson) {
    struct Case {
        char const* key;
        Column one, other;
    };
    for (auto const& [key, one, other] : {Case{"politics_and_strain", Column::perceived_politics, Column::strain},
                                          Case{"politics_and_leaving", Column::perceived_politics, Column::turnover_intention},
                                          Case{"politics_and_satisfaction", Column::perceived_politics, Column::satisfaction},
                                          Case{"politics_and_commitment", Column::perceived_politics, Column::commitment},
                                          Case{"politics_and_performance", Column::perceived_politics, Column::task_performance},
                                          Case{"metric_value_correlation", Column::measured_value, Column::true_value},
                                          Case{"status_order_kept", Column::status, Column::status_at_start}}) {
        SCOPED_TRACE(key);
        Company company;
        company.set(Column::present, {1, 1, 1, 1, 1, 0});
        company.set(one, {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.9f});
        company.set(other, {0.2f, 0.1f, 0.4f, 0.3f, 0.5f, 0});
        EXPECT_NEAR(company.value(key), 0.8f, 1e-5f);
        company.set(other, {0.5f, 0.4f, 0.3f, 0.2f, 0.1f, 1});
        EXPECT_NEAR(company.value(key), -1, 1e-5f);
        company.set(other, {0.1f, 0.3f, 0.5f, 0.3f, 0.1f, 1});
        EXPECT_NEAR(company.value(key), 0, 1e-5f);
    }
}

TEST(Outcomes, without_spread_a_correlation_is_zero) {
    Company company;
    for (float const same : {0.0f, 0.1f, 0.7f}) {
        company.set(Column::measured_value, {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f});
        company.set(Column::true_value, {same, same, same, same, same, same});
        EXPECT_EQ(company.value("metric_value_correlation"), 0) << same;
        company.set(Column::present, {0, 1, 1, 1, 1, 1});  // an empty seat in front
        company.set(Column::true_value, {0, same, same, same, same, same});
        EXPECT_EQ(company.value("metric_value_correlation"), 0) << same;
        company.set_all(Column::present, 1);
    }
    company.set(Column::present, {0, 0, 1, 0, 0, 0});  // alone
    company.set(Column::true_value, {1, 2, 3, 4, 5, 6});
    EXPECT_EQ(company.value("metric_value_correlation"), 0);
}

}  // namespace
}  // namespace micropol
