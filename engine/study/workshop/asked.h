#pragma once
// What people are asked about a scenario: those uncertain numbers that matter most, each over its plausible range, and the levers on which
// they would spend. The sliders of a page and the questions of a workshop are the same.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace micropol {

struct AskedAssumption {
    std::string path;  // as --set takes it
    std::string_view meaning;
    Unit unit = Unit::one;
    Range plausible{0, 0}, range{0, 0};  // what is believed; beyond which it has no meaning
    double usual = 0;                    // in the scenario
    bool drawn = false;                  // the scenario draws it once a block
    std::string_view grade;              // of grade_names; "scenario" where that gives it
    std::string source;                  // citation key, the user's words, or "assumed"
};

// The first `most` of these numbers that the scenario has and that can be set to anything in a range. paths: the strongest first.
[[nodiscard]] std::vector<AskedAssumption> asked_assumptions(ScenarioSource const& source, std::span<std::string const> paths,
                                                             std::size_t most);

// Of a workshop. Chips are laid into equal bins over the plausible range, as in the roulette method of SHELF (oakley_ohagan_2010); dots
// are given to levers. After a first round and a discussion people may answer again (hemming_2018).
struct Questions {
    static constexpr std::size_t bins = 10;
    static constexpr int most_chips = 20;  // for an assumption
    static constexpr int most_dots = 3;    // for a lever
    static constexpr std::size_t most_assumptions = 12;

    std::string title;  // of the scenario
    std::vector<AskedAssumption> assumptions;
    std::vector<std::string_view> levers;  // keys, family by family

    // The same for the same title, assumptions and bins: answers to one are answers to the other.
    [[nodiscard]] std::uint64_t fingerprint() const;
};

// [bin] from the lowest to the highest; one more than there are bins.
[[nodiscard]] std::vector<double> edges_of(AskedAssumption const& asked);
// [bin]
[[nodiscard]] std::vector<double> middles_of(AskedAssumption const& asked);

[[nodiscard]] Questions questions_for(ScenarioSource const& source, std::span<std::string const> paths);

}  // namespace micropol
