#pragma once
// Strategies against each other: the same organisations, assumptions and chance for all of them.

#include <optional>
#include <string>
#include <vector>

#include "scenario/later_start.h"
#include "statistics/estimate.h"
#include "statistics/selection.h"
#include "study/finished.h"
#include "study/study_runner.h"

namespace micropol {

// The strategy of doing nothing beyond what the scenario does anyway.
inline constexpr std::string_view no_strategy = "none";

// One strategy and what its blocks came to.
struct Contender {
    std::string name, meaning;
    std::vector<FinalValues> blocks;  // [block]
};

// [block * 16 + history]
[[nodiscard]] std::vector<double> histories_of(Contender const& contender, std::size_t outcome);

// What makes a strategy the better one.
struct Criterion {
    std::size_t outcome = 0;
    bool less_is_better = false;
};

// All differences are paired: the same block, the same chance.
struct Standing {
    std::string name, meaning;
    std::vector<Estimate> level;         // [outcome]; a share of histories where the outcome is a flag
    std::vector<Estimate> against_none;  // [outcome] this strategy minus none, 95 % each
    // [outcome] this strategy minus the one that is best by the criterion; 95 % for all pairs of strategies together
    // (Bonferroni): the best is chosen by the same data, so it might have been any of the pairs.
    std::vector<Estimate> against_best;
    bool level_with_best = false;  // by the criterion, the interval against the best holds 0 (or there is none)
    Estimate best_in;              // share of histories in which it is the best of all; ties are divided evenly
    std::vector<Estimate> beats;   // [position] share of histories in which it is better than that one; ties do not count
    // Of a block: what the best strategy of that block has more, in block means. Luck is part of these means, so that regret
    // is somewhat larger than that of the strategies in themselves.
    Estimate regret;
    double worst_regret = 0;
    std::size_t worst_block = 0;
    // Variance of the difference to none, had the two not shared their chance, over what it is; NaN if that is 0.
    double pairing_gain = 0;
};

// Why no more blocks were simulated.
struct Stopped {
    enum class Rule { all_blocks, narrow, selected } rule = Rule::all_blocks;
    bool met = true;            // else the runs that were allowed were used up
    double aim = 0;             // the width, or the indifference zone
    std::string selected = {};  // name of the strategy
};

// What files for programs call it: "runs", "until_ci", "until_decided".
[[nodiscard]] std::string_view key_of(Stopped::Rule rule);

struct Comparison {
    StudyFacts facts;
    Criterion criterion;
    std::size_t blocks = 0;
    std::vector<Standing> standings;  // best first by the criterion; in the order given where they are equal
    std::size_t none = 0;             // position of doing nothing
    double pair_confidence = 0;       // of each interval against the best
    // Position of the one that costs least, of those level with the best; empty if cost is not recorded.
    std::optional<std::size_t> cheapest;
    Stopped stopped;
    std::optional<LaterStart> later = {};  // of all strategies; else they begin with the history

    [[nodiscard]] std::size_t histories() const { return blocks * std::size_t(histories_per_block); }
    [[nodiscard]] std::optional<std::size_t> outcome(std::string_view key) const;
};

// contenders: the first is doing nothing; all with the same number of blocks, at least one. Throws std::invalid_argument
// otherwise.
[[nodiscard]] Comparison compare(StudyFacts const& facts, std::vector<Contender> const& contenders, Criterion const& criterion);

// How long to go on.
struct StoppingRule {
    Stopped::Rule rule = Stopped::Rule::all_blocks;
    double aim = 0;          // width or indifference zone
    std::uint32_t most = 0;  // blocks
};

// Blocks after which to check whether the rule is met, once `blocks` are there. The same on every machine. With a rule: after
// `first_check` blocks, and then after every `blocks_between_checks` more.
inline constexpr std::uint32_t first_check = 32, blocks_between_checks = 16;
[[nodiscard]] std::uint32_t next_check(StoppingRule const& rule, std::uint32_t blocks);
// Whether the rule is met; cuts off blocks that it did not need.
[[nodiscard]] Stopped check_rule(StoppingRule const& rule, std::vector<Contender>& contenders, Criterion const& criterion,
                                 Unit unit);

// Width of the widest interval of the criterion against the best; NaN with one block.
[[nodiscard]] double widest_interval(std::vector<Contender> const& contenders, Criterion const& criterion, Unit unit);

// When to stop: as soon as the procedure of Kim & Nelson selects, with means of blocks as observations.
[[nodiscard]] std::optional<Selection> decided(SelectionAim const& aim, std::vector<Contender> const& contenders,
                                               Criterion const& criterion);

}  // namespace micropol
