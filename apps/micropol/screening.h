#pragma once
// Which uncertain numbers matter most to a scenario: those that a page offers to change.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "micropol/arguments.h"
#include "model/model.h"

namespace micropol::app {

// How it was found out.
enum class Weighed {
    by_screening,  // the strongest rank correlation over blocks
    by_sweep,      // the weight of its effect on the first outcome
    by_decision    // the share of the best strategy's result that it tells; first those that are worth most to know
};
constexpr std::string_view code_of(Weighed weighed) {
    constexpr std::string_view codes[] = {"screening", "sweep", "decision"};
    return codes[std::size_t(weighed)];
}

// Of a page and of a workshop: they choose alike.
inline constexpr std::uint32_t blocks_screened = 256;

struct Matter {
    std::string path;
    double weight = 0;
    Weighed weighed = Weighed::by_screening;
};

// Simulates each of so many blocks with all numbers drawn from what is plausible, without a strategy and with the one that does most
// in the first of them. A number matters as it goes with adoption in substance at the end, or with what the strategy adds. The
// strongest first.
[[nodiscard]] std::vector<Matter> screen(ScenarioSource const& source, std::uint32_t blocks, int threads);

// The same of a sweep, or of a comparison whose numbers were drawn. Throws InvalidInput where the file holds something else, or nothing
// can be concluded from it.
[[nodiscard]] std::vector<Matter> matters_in(std::filesystem::path const& results);

// By --from, else by screening: the same for a page and for a workshop.
[[nodiscard]] std::vector<Matter> matters_for(ScenarioSource const& source, Arguments const& arguments);

[[nodiscard]] std::vector<std::string> paths_of(std::vector<Matter> const& matters);

}  // namespace micropol::app
