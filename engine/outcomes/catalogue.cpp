#include "outcomes/outcome.h"

namespace micropol {

extern OutcomeKind const success, substantive, symbolic, on_trial, interested, aware, unaware, rejecting, use_depth, data_skill,
    private_attitude, attitude_spread, voiced_attitude, belief, stake, power_gini, data_power, data_reliance, disclosure,
    data_quality, data_access, worth, coalitions_outcome, supporting_bloc, opposing_bloc, momentum, stopped, initiatives, support,
    cost, pressure, pivotal_members;

namespace {
constexpr OutcomeKind const* in_order_of_report[] = {
    &substantive,   &success,       &symbolic,   &rejecting,        &on_trial,           &interested,
    &aware,         &unaware,       &use_depth,  &private_attitude, &voiced_attitude,    &attitude_spread,
    &stake,         &belief,        &worth,      &disclosure,       &data_quality,       &data_access,
    &data_skill,    &data_reliance, &data_power, &power_gini,       &coalitions_outcome, &supporting_bloc,
    &opposing_bloc, &support,       &momentum,   &initiatives,      &pressure,           &pivotal_members,
    &cost,          &stopped};
}

std::span<OutcomeKind const* const> outcome_catalogue() { return in_order_of_report; }

}  // namespace micropol
