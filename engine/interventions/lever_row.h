#pragma once
// An intervention that only raises levers is a row in the table of its family: direct, measure, soften, enable, win over, tell.

#include <algorithm>

#include "interventions/intervention.h"

namespace micropol {

struct Raise {
    Column lever;
    double effect;                 // share, on a fully targeted person at full intensity
    std::string_view description;  // of the effect
    std::string_view source = assumed;
};

struct LeverRow {
    std::string_view key, description, evidence, counter_move;
    Raise raises[4];  // those with a description; more room than any needs
    Costs costs;
    Course course = {};
    std::optional<Timing> timing = {};
    bool by_the_top = false;  // works only as far as a sponsor stands behind the transformation

    [[nodiscard]] std::span<Raise const> raised() const {
        auto const end = std::ranges::find_if(raises, &std::string_view::empty, &Raise::description);
        return {std::begin(raises), end};
    }
};

}  // namespace micropol
