#pragma once
// What stands behind results: what is assumed, what the model cannot say, and where files come from.

#include "findings/common.h"
#include "model/model.h"

namespace micropol {

// Every number once, unless its value differs. The works that they rest on are listed below.
[[nodiscard]] Section assumption_section(std::vector<Assumption> const& all);
// In its place where the numbers cannot be had.
[[nodiscard]] Section missing_assumptions(Phrase why);

// Whose amounts of money decide: costs, and what work is worth. Without elements where there are none.
[[nodiscard]] Section money_section(std::vector<Assumption> const& all);

[[nodiscard]] Section limit_section();

// A file that results were read from. Empty: not known.
struct ResultsOrigin {
    std::string file, kind, command, version, compiler;
    std::optional<std::uint64_t> seed;
    std::string scenario = {}, state = {};  // its title; hash of what was simulated last, in hexadecimal
};
[[nodiscard]] Section provenance_section(std::vector<ResultsOrigin> const& files);

// A file of results whose study was not simulated to its end.
[[nodiscard]] Paragraph unfinished(std::string const& file, std::size_t blocks);
// On top of a page that names imported people.
[[nodiscard]] Phrase names_stamp();

[[nodiscard]] Phrase describe(Distribution const& distribution);

}  // namespace micropol
