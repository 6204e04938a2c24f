#include "mechanisms/mechanism.h"

namespace micropol {

extern MechanismKind const levers, fatigue, shocks, environment, power, stakes, information, attitude, tactics, ties, coalitions,
    performance, status, adoption, climate, turnover, governance;

namespace {
constexpr MechanismKind const* in_order_of_the_week[] = {
    &levers, &fatigue,    &shocks,      &environment, &power,    &stakes,  &information, &attitude,  &tactics,
    &ties,   &coalitions, &performance, &status,      &adoption, &climate, &turnover,    &governance};
}

std::span<MechanismKind const* const> mechanism_catalogue() { return in_order_of_the_week; }

}  // namespace micropol
