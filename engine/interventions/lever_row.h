#pragma once
// An intervention that only raises levers is a row in the table of its family: direct, measure, soften, enable, win over, tell.

#include <algorithm>
#include <optional>

#include "interventions/intervention.h"

namespace micropol {

struct Raise {
    Column lever;
    double effect;                 // share, on a fully targeted person at full intensity
    std::string_view description;  // of the effect
    // An effect of 1 is exact where it is nothing but the scale of its lever, which counts only times a coefficient of the mechanisms.
    // It is a claim where 1 means that something is wholly gone: envy, what the tool lacks, what people lose.
    Grade grade = Grade::assumption;
};

// What a cost rests on, where that is more than us. Zero is exact where a thing has none of it by nature: nobody works for being paid,
// what is written once for everybody costs nothing per head, and whose only price are hours pays it in working time.
struct Figure {
    double Costs::*of = nullptr;
    Grade grade = Grade::assumption;
    std::string_view source = assumed;
    std::optional<Range> plausible = {};
};

struct LeverRow {
    std::string_view key, description, evidence, counter_move;
    Raise raises[4];  // those with a description; more room than any needs
    Costs costs;
    Figure figures[4] = {};  // more room than any needs
    std::optional<Timing> timing = {};
    Sort sort;
    bool by_the_top = false;  // works only as far as a sponsor stands behind the transformation

    [[nodiscard]] std::span<Raise const> raised() const {
        auto const end = std::ranges::find_if(raises, &std::string_view::empty, &Raise::description);
        return {std::begin(raises), end};
    }
    [[nodiscard]] Figure figure(double Costs::*of) const {
        auto const found = std::ranges::find(figures, of, &Figure::of);
        return found == std::end(figures) ? Figure{} : *found;
    }
};

}  // namespace micropol
