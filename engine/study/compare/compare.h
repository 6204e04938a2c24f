#pragma once
// A comparison: strategies against each other in the same organisations, assumptions and chance (common random numbers).

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "study/compare/comparison.h"
#include "study/weekly_table.h"

namespace micropol {

struct Undecided;  // study/decide/undecided.h

struct ComparePlan {
    std::vector<std::string> strategies = {};  // of the scenario, besides doing nothing; empty: all; none: no other
    std::vector<Variant> variants = {};        // beside the strategies: the scenario with other settings
    std::string by = "substantive";            // key of the outcome that the best strategy has most of
    bool less_is_better = false;               // least of it
    // When to stop: with the histories that the scenario says; as soon as every interval against the best is narrower than `aim`
    // (narrow); as soon as the best is selected with 95 % probability, where strategies within `aim` are as good as each other
    // (selected: Kim & Nelson 2001). aim: in the outcome's unit; of `selected`, 0.02 where it is a share.
    Stopped::Rule until = Stopped::Rule::all_blocks;
    std::optional<double> aim = {};
    // Every week of every variant, to be filled as the variants are named (doing nothing first): the study then keeps everything.
    std::function<WeeklyTable*(std::vector<std::string> const&)> series = {};
    Undecided* undecided = nullptr;        // to be filled with what was simulated, for a decision on it
    std::optional<LaterStart> later = {};  // when all strategies and variants begin; else with the history
    bool capped = false;                   // with a rule: at the histories that the scenario says, met or not
};

// The widths of the intervals were held against the rule `narrow`, and are not met yet.
struct RuleCheck {
    StoppingRule rule;
    std::uint32_t blocks = 0;  // of each strategy
    double widest = 0;         // interval of the criterion against the best; NaN with one block
};

// Nothing: it was stopped, or is part of a study (StudyRunner::is_part). Throws InvalidInput for a scenario that cannot be
// simulated, has no such strategy, none at all and no variants, or one that is called none; InvalidPlan for what cannot be asked.
[[nodiscard]] std::optional<Comparison> compare(StudyRunner& runner, ComparePlan const& plan,
                                                std::function<void(RuleCheck const&)> const& checked = {});

// Of the blocks up to the first check. models: of each strategy, doing nothing first. Throws what `compare` throws before it begins.
[[nodiscard]] Forecast forecast(ScenarioSource const& source, ComparePlan const& plan);

// Doing nothing, and these strategies of the scenario or all of them ("none": no other). Throws InvalidInput where one is called
// none.
[[nodiscard]] std::vector<Variant> contenders_in(Scenario const& scenario, std::vector<std::string> const& strategies);

}  // namespace micropol
