#pragma once
// What would have happened otherwise: the same organisations, assumptions and chance, with something else done from some week on.
// Chance is keyed, so that both branches are the same to the bit up to that week.

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "scenario/change.h"
#include "simulation/trace.h"
#include "statistics/estimate.h"
#include "study/explain/chronicle.h"

namespace micropol {

// What is done otherwise, from some week on: the first is 0.
struct DropLever {
    std::string lever;  // of the scenario and of the strategy: each intervention that pulls it
};
struct ForkPlan {
    struct Step {
        std::string text;  // as asked for
        std::variant<AddIntervention, AddShock, DropLever> what;
    };
    int week = 0;
    std::vector<Step> then = {};
};

// A step in its words.
struct Wish {
    std::string text, verb, what;       // "add training target=losers"; "add"; "training", or "" where it says no more
    std::vector<std::string> settings;  // "target=losers"
};
[[nodiscard]] Wish parse_wish(std::string const& text);

// Steps as words: "add LEVER key=value …", "add SHOCK size=…" or "drop LEVER". Throws InvalidInput with all that are none.
[[nodiscard]] ForkPlan parse_fork(int week, std::vector<std::string> const& then);

// As changes of the scenario under one of its strategies ("" for none). Throws InvalidPlan for a week that it does not have, and
// InvalidInput with everything that cannot be dropped from that week on.
[[nodiscard]] std::vector<Change> changes_of(ForkPlan const& plan, Scenario const& scenario, std::string const& strategy);

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
