#include <algorithm>

#include "outcomes/outcome.h"

namespace micropol {

extern OutcomeKind const substantive, success, symbolic, reported_adoption, rejecting, on_trial, interested, aware, unaware,
    use_depth, private_attitude, voiced_attitude, lip_service, attitude_spread, voiced_spread, belief, stake, losers,
    stake_career, stake_pay, stake_status, stake_security, stake_company, worth, disclosure, report_truth, data_quality,
    data_access, data_skill, data_reliance, data_power, power_gini, status_order_kept, risen_stars, trust_in_risen_stars,
    ties_of_risen_stars, politicking, persuading, networking, allying, hiding, resisting, gaming, coalitions_outcome,
    in_coalitions, supporting_bloc, opposing_bloc, coalition_cohesion, oldest_coalition, trust, trust_within, trust_in_boss,
    marketing_sales_trust, cohesion, reach, contacts, sought_by, conflict, rivalry, ideas, perceived_politics, strain, load,
    fatigue_outcome, satisfaction, commitment, turnover_intention, politics_and_strain, politics_and_leaving,
    politics_and_satisfaction, politics_and_commitment, politics_and_performance, quits, hires, empty_seats, measured_value,
    true_value, metric_value_correlation, gaming_share, gamers, lead_quality, lead_followup, support, momentum, meetings,
    initiatives, decision_regret, pivotal_members, credibility, executive_pressure, pressure, value_created, value_of_data,
    value_of_leads, value_of_transformation, value_of_incentives, cost, net_value, stopped;

namespace {
constexpr OutcomeKind const* in_order_of_report[] = {&substantive,
                                                     &success,
                                                     &symbolic,
                                                     &reported_adoption,
                                                     &rejecting,
                                                     &on_trial,
                                                     &interested,
                                                     &aware,
                                                     &unaware,
                                                     &use_depth,
                                                     &private_attitude,
                                                     &voiced_attitude,
                                                     &lip_service,
                                                     &attitude_spread,
                                                     &voiced_spread,
                                                     &belief,
                                                     &stake,
                                                     &losers,
                                                     &stake_career,
                                                     &stake_pay,
                                                     &stake_status,
                                                     &stake_security,
                                                     &stake_company,
                                                     &worth,
                                                     &disclosure,
                                                     &report_truth,
                                                     &data_quality,
                                                     &data_access,
                                                     &data_skill,
                                                     &data_reliance,
                                                     &data_power,
                                                     &power_gini,
                                                     &status_order_kept,
                                                     &risen_stars,
                                                     &trust_in_risen_stars,
                                                     &ties_of_risen_stars,
                                                     &politicking,
                                                     &persuading,
                                                     &networking,
                                                     &allying,
                                                     &hiding,
                                                     &resisting,
                                                     &gaming,
                                                     &coalitions_outcome,
                                                     &in_coalitions,
                                                     &supporting_bloc,
                                                     &opposing_bloc,
                                                     &coalition_cohesion,
                                                     &oldest_coalition,
                                                     &trust,
                                                     &trust_within,
                                                     &trust_in_boss,
                                                     &marketing_sales_trust,
                                                     &cohesion,
                                                     &reach,
                                                     &contacts,
                                                     &sought_by,
                                                     &conflict,
                                                     &rivalry,
                                                     &ideas,
                                                     &perceived_politics,
                                                     &strain,
                                                     &load,
                                                     &fatigue_outcome,
                                                     &satisfaction,
                                                     &commitment,
                                                     &turnover_intention,
                                                     &politics_and_strain,
                                                     &politics_and_leaving,
                                                     &politics_and_satisfaction,
                                                     &politics_and_commitment,
                                                     &politics_and_performance,
                                                     &quits,
                                                     &hires,
                                                     &empty_seats,
                                                     &measured_value,
                                                     &true_value,
                                                     &metric_value_correlation,
                                                     &gaming_share,
                                                     &gamers,
                                                     &lead_quality,
                                                     &lead_followup,
                                                     &support,
                                                     &momentum,
                                                     &meetings,
                                                     &initiatives,
                                                     &decision_regret,
                                                     &pivotal_members,
                                                     &credibility,
                                                     &executive_pressure,
                                                     &pressure,
                                                     &value_created,
                                                     &value_of_data,
                                                     &value_of_leads,
                                                     &value_of_transformation,
                                                     &value_of_incentives,
                                                     &cost,
                                                     &net_value,
                                                     &stopped};
}

std::span<OutcomeKind const* const> outcome_catalogue() { return in_order_of_report; }

Range range_of(Unit unit) {
    switch (unit) {
        case Unit::share:
        case Unit::flag:
        case Unit::per_week: return {0, 1};
        case Unit::attitude:
        case Unit::correlation: return {-1, 1};
        default: return {-1e15, 1e15};
    }
}

std::optional<std::size_t> position_of(std::string_view key, std::span<OutcomeKind const* const> outcomes) {
    auto const found = std::ranges::find(outcomes, key, [](OutcomeKind const* kind) { return kind->plugin.key; });
    if (found == outcomes.end()) return std::nullopt;
    return std::size_t(found - outcomes.begin());
}

std::vector<std::string_view> keys_of(std::span<OutcomeKind const* const> outcomes) {
    std::vector<std::string_view> keys;
    for (OutcomeKind const* kind : outcomes) keys.push_back(kind->plugin.key);
    return keys;
}

}  // namespace micropol
