#pragma once
// What someone gains by controlling a zone of uncertainty: a rent on what others lack (Hickson et al. 1971).

#include <span>

#include "base/worlds.h"

namespace micropol {

// Mean control of both zones together, and never nothing.
inline Worlds mean_control(std::span<Worlds const> relation, std::span<Worlds const> data) {
    Worlds sum = 0.0f;
    for (std::size_t i = 0; i < relation.size(); ++i) sum += relation[i] + data[i];
    return max_of(sum * (1.0f / float(relation.size())), 1e-6f);
}

// Control beyond the usual, as a share of it, at most 1. (form: assumed)
inline Worlds zone_rent(Worlds const& relation, Worlds const& data, Worlds const& usual) {
    return clamp((relation + data) / usual - 1.0f, 0.0f, 1.0f);
}

}  // namespace micropol
