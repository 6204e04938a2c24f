#pragma once
// An explanation: why a strategy came out as it did. One history told, what it is due to, who and what could have turned it, who
// loses what, and what would have happened otherwise.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "study/explain/explanation.h"
#include "study/study_runner.h"

namespace micropol {

// Of all histories, by the outcome; of two in the middle, the lower.
enum class HistoryRank { median, best, worst };
inline constexpr std::string_view history_rank_names[] = {"median", "best", "worst"};
struct HistoryNumber {
    std::uint32_t block = 0;
    int history = 0;  // of the block, 0 to 15
};

// Nothing asked for by name (history, why, factors, pivotal, ledger, failing, fork): everything but a fork.
struct ExplainPlan {
    Variant what = {"none", "", {}, ""};  // what is explained: a strategy of the scenario, or a variant of another study
    std::vector<FinalValues> known = {};  // [block] what it came to, where that is known; empty: it is simulated
    std::optional<std::string> by = {};   // key of the outcome that matters; substantive
    bool less_is_better = false;          // the best history has least of it
    std::optional<std::variant<HistoryRank, HistoryNumber>> history = {};  // to tell; the median
    bool why = false;                       // share the difference that causes make out among them (Shapley)
    std::vector<std::string> factors = {};  // of `why`: up to eight causes, as causes.h names them; those that matter most
    bool pivotal = false;                   // who could have turned it, and until which week the strategy could
    std::optional<double> threshold = {};   // where success begins, in the outcome's unit; see default_threshold
    bool ledger = false;                    // who loses what, and the smallest offer that would have mended it
    std::optional<double> failing = {};     // of `ledger`: share of failing histories to come down to; half of them
    std::optional<ForkPlan> fork = {};
};

// Nothing: it was stopped. Throws InvalidInput for a scenario that cannot be simulated, or does not have what is asked about;
// InvalidPlan for what cannot be asked. No part of it can be left to other machines (shards).
[[nodiscard]] std::optional<Explanation> explain(StudyRunner& runner, ExplainPlan const& plan);

// Throws what `explain` throws before it begins.
[[nodiscard]] Forecast forecast(ScenarioSource const& source, ExplainPlan const& plan);

}  // namespace micropol
