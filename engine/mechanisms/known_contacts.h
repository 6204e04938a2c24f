#pragma once
// Which contacts count: where ties form, those who are known by now.

#include <span>

#include "base/worlds.h"
#include "organisation/ties.h"

namespace micropol {

// Everybody in the row where no tie forms; else those to whom a reporting line or some strength leads. strength: [tie].
[[gnu::always_inline]] inline Mask is_known(Ties const& ties, std::uint32_t tie, std::span<Worlds const> strength) {
    if (!ties.forming || ties.formal[tie] != 0) return ~Mask{};
    return strength[tie] >= Ties::least_strength;
}

// How many contacts count.
[[nodiscard]] inline Worlds known_contacts(Ties const& ties, std::uint32_t i, std::span<Worlds const> strength) {
    if (!ties.forming) return float(ties.degree(i));
    Worlds count = 0.0f;
    for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) count += only(is_known(ties, t, strength), 1.0f);
    return count;
}

}  // namespace micropol
