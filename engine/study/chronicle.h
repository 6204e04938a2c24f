#pragma once
// The turning points of one history, chosen by how much they moved what matters. Every reason is one of the model's own quantities.

#include <string>
#include <variant>
#include <vector>

#include "simulation/trace.h"

namespace micropol {

struct Moment {
    int week = 0;
    std::string kind;    // "lever", "shock", "coalition", "vote", "status", "information", "adoption", "person", "outcome"
    double weight = 0;   // how much it moved what matters; for choosing
};

// by: position of the outcome that matters. In the order of weeks.
[[nodiscard]] std::vector<Moment> chronicle_of(Trace const& trace, std::size_t by);

}  // namespace micropol
