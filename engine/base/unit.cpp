#include "base/unit.h"

namespace micropol {

std::string_view name_of(Unit unit) {
    switch (unit) {
        case Unit::one: return "1";
        case Unit::share: return "share";
        case Unit::attitude: return "attitude";
        case Unit::correlation: return "correlation";
        case Unit::weeks: return "weeks";
        case Unit::years: return "years";
        case Unit::per_week: return "per week";
        case Unit::employees: return "employees";
        case Unit::power: return "power";
        case Unit::log_odds: return "log-odds";
        case Unit::money: return "thousand euros";
        case Unit::flag: return "yes/no";
        case Unit::code: return "code";
    }
    return "?";
}

}  // namespace micropol
