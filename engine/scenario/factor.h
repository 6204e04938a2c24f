#pragma once
// What a study changes about a scenario: a path, and the values it takes.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/parameter.h"
#include "scenario/node.h"
#include "scenario/read_scenario.h"
#include "words/problem.h"

namespace micropol {

struct WholeNumbers {
    int low, high;  // both included
};
using Words = std::vector<std::string>;  // "committee", "on"; as written in a scenario

// What is swept: a path of --set, and the values it takes. Whole numbers and words are equally likely.
struct Factor {
    std::string path;
    std::variant<Distribution, WholeNumbers, Words> values;
    Range range;  // of the field; values of a distribution stay inside
    Place place = {};
};

// A path that is no field: the words are strategies of the scenario, or `none`.
inline constexpr std::string_view strategy_path = "strategy";

// values: "{uniform: [0.1, 0.8]}", "0.1..0.8" (every value between as likely; whole numbers where the field is whole),
// "{from: 2, to: 6, whole: yes}", or words: "committee, ceo", "[on, off]". field: nothing where the scenario has no such path,
// which is left to the scenario's own reader to say. Nothing and a problem where these are no values.
[[nodiscard]] std::optional<Factor> read_factor(std::string const& path, Node const& values, std::optional<FieldAt> const& field,
                                                std::vector<Problem>& problems);
// The same from the command line; `option` stands for the place.
[[nodiscard]] std::optional<Factor> read_factor(std::string const& path, std::string_view values, std::string const& option,
                                                std::optional<FieldAt> const& field, std::vector<Problem>& problems);

}  // namespace micropol
