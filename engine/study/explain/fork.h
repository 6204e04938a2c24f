#pragma once
// What would have happened otherwise: the same organisations, assumptions and chance, with something else done from some week on.
// Chance is keyed, so that both branches are the same to the bit up to that week.

#include <span>
#include <string>
#include <vector>

#include "simulation/trace.h"
#include "statistics/estimate.h"
#include "study/archive.h"
#include "study/explain/chronicle.h"

namespace micropol {

// One of the things to be done otherwise.
struct Wish {
    std::string text, verb, what;       // "add training target=losers"; "add"; "training", or "" where it says no more
    std::vector<std::string> settings;  // "target=losers"
};
[[nodiscard]] Wish parse_wish(std::string const& text);

// "add LEVER key=value …", "add SHOCK size=…" or "drop LEVER", each from `week` on, as changes of the scenario under one of its
// strategies ("" for none). Throws InvalidInput with everything that cannot be done from that week on.
[[nodiscard]] std::vector<Override> changes_from(Scenario const& scenario, std::string const& strategy, int week,
                                                 std::vector<std::string> const& then);

struct Fork {
    int at_week = 0;
    std::vector<std::string> then;                           // as asked for
    std::vector<Estimate> as_it_was, otherwise, difference;  // [outcome] at the horizon; paired, 95 % each
    Estimate better_in;                                      // share of histories with more of the outcome it is explained by
    std::vector<float> weekly_as_it_was, weekly_otherwise;   // [week] the outcome it is explained by, in the history that is told
    std::vector<double> told_as_it_was, told_otherwise;      // [outcome] at the horizon of that history
    std::vector<Moment> chronicle;                           // of that history: what happens in the other branch alone
};

// Both [outcome][block * 16 + history] at the horizon. Throws std::invalid_argument unless both are alike in shape.
[[nodiscard]] Fork fork(int at_week, std::vector<std::string> then, std::span<std::vector<double> const> as_it_was,
                        std::span<std::vector<double> const> otherwise, std::span<OutcomeKind const* const> outcomes,
                        std::size_t by);

// Adds the two branches of the history that is told; both of the same block and history.
void side_by_side(Fork& fork, Trace const& as_it_was, Trace const& otherwise, std::size_t by);

}  // namespace micropol
