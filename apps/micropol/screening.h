#pragma once
// Which uncertain numbers matter most to a scenario: those that a page offers to change.

#include <filesystem>
#include <string>
#include <vector>

#include "model/model.h"

namespace micropol::app {

// Of a page and of a workshop: they choose alike.
inline constexpr std::uint32_t blocks_screened = 256;

struct Matter {
    std::string path;
    double weight = 0;  // the strongest rank correlation over blocks; of a sweep that of its effect on the first outcome
    bool by_sweep = false;
};

// Simulates each of so many blocks with all numbers drawn from what is plausible, without a strategy and with the one that does most
// in the first of them. A number matters as it goes with adoption in substance at the end, or with what the strategy adds. The
// strongest first.
[[nodiscard]] std::vector<Matter> screen(ScenarioSource const& source, std::uint32_t blocks, int threads);

// The same of the results of a sweep. Throws InvalidInput where the file holds something else, or nothing can be concluded from it.
[[nodiscard]] std::vector<Matter> matters_of_sweep(std::filesystem::path const& results);

}  // namespace micropol::app
