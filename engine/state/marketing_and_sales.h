#pragma once
// The two departments whose relationship the transformation turns on.

#include <span>

#include "organisation/organisation.h"
#include "state/settings.h"

namespace micropol {

[[nodiscard]] inline bool in_marketing_or_sales(Organisation const& organisation, Settings const& settings, std::uint32_t i) {
    return settings.marketing.has(organisation.department[i]) || settings.sales.has(organisation.department[i]);
}

// Whether a tie between the two leads from Marketing to Sales, or back.
[[nodiscard]] inline bool crosses(Organisation const& organisation, Settings const& settings, std::uint32_t i, std::uint32_t j) {
    std::uint16_t const of = organisation.department[i], other = organisation.department[j];
    return of != other && ((settings.marketing.has(of) && settings.sales.has(other)) ||
                           (settings.sales.has(of) && settings.marketing.has(other)));
}

// Mean of Column::trust_across over the people of both; a half where there is nobody.
[[nodiscard]] inline Worlds trust_between_marketing_and_sales(std::span<Worlds const> trust_across,
                                                              Organisation const& organisation, Settings const& settings) {
    Worlds sum = 0.0f;
    float people = 0;
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        if (!in_marketing_or_sales(organisation, settings, i)) continue;
        sum += trust_across[i];
        ++people;
    }
    return people > 0 ? sum * (1.0f / people) : Worlds(0.5f);
}

}  // namespace micropol
