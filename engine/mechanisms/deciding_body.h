#pragma once
// Who decides on the transformation.

#include "organisation/organisation.h"
#include "state/settings.h"

namespace micropol {

// Whether the rule gives a vote; nobody has one where the customer's need decides. top: the highest level there is.
inline bool belongs(Organisation const& organisation, Settings const& settings, std::uint32_t i, std::uint8_t top) {
    switch (settings.rule) {
        case DecisionRule::marketing: return settings.marketing.has(organisation.department[i]);
        case DecisionRule::sales: return settings.sales.has(organisation.department[i]);
        case DecisionRule::ceo: return organisation.level[i] == top;
        case DecisionRule::committee: return float(organisation.level[i]) >= settings.committee_level;
        case DecisionRule::customer: return false;
    }
    return false;
}

}  // namespace micropol
