#pragma once
// Draws who knows whom. People of a department stand next to each other: department d holds the employees
// start[d] … start[d + 1] - 1.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/random.h"

namespace micropol {

struct AcquaintancePlan {
    std::uint32_t acquaintances;             // pairs wanted, reporting lines included; no more than there are pairs
    double same_department;                  // log-odds of a pair inside a department against one across
    double closure;                          // share of the pairs added that close a triangle
    std::span<std::uint32_t const> start;    // [department + 1]
    std::span<std::uint8_t const> standing;  // [employee]: how often people turn to this one, against others; at least 1
};

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// The pairs added to the reporting lines. How many lie inside departments follows from the log-odds exactly (to rounding);
// which pairs, from chance, closure and standing. Cost is linear in the pairs.
[[nodiscard]] std::vector<Pair> draw_acquaintances(AcquaintancePlan const& plan, std::span<Pair const> reporting_lines,
                                                   Stream stream);

}  // namespace micropol
