#include "mechanisms/mechanism.h"

namespace micropol {

extern MechanismKind const levers, environment, power, stakes, information, attitude, coalitions, adoption, governance;

namespace {
constexpr MechanismKind const* in_order_of_the_week[] = {&levers,   &environment, &power,    &stakes,    &information,
                                                         &attitude, &coalitions,  &adoption, &governance};
}

std::span<MechanismKind const* const> mechanism_catalogue() { return in_order_of_the_week; }

}  // namespace micropol
