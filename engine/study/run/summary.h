#pragma once
// What a run says: plain values, every figure with its interval, ready to be shown in any format.

#include <string>
#include <vector>

#include "simulation/simulate.h"
#include "statistics/estimate.h"
#include "study/finished.h"
#include "study/run/failures.h"
#include "study/run/influence.h"
#include "study/run/power_shift.h"
#include "study/run/weekly_band.h"

namespace micropol {

struct OutcomeSummary {
    OutcomeKind const* kind = nullptr;
    Estimate at_horizon;  // a share of histories where the outcome is a flag
    WeeklyBand weekly;
};

struct RunSummary {
    std::string title, question, strategy;
    std::size_t headcount = 0, blocks = 0, histories = 0;
    bool imported = false;  // people were imported: blocks differ in what is uncertain, not in who is there
    int weeks = 0;
    std::uint64_t seed = 0;
    Estimate success;  // share of histories; NaN, with 0 blocks, if success is not among the outcomes
    // Median week (from 1) in which substantive adoption first reaches half; NaN if fewer than half of the histories do.
    double week_of_half = 0;
    std::vector<OutcomeSummary> outcomes;  // in the order of the catalogue
    std::vector<DepartmentShift> departments;
    bool names_shown = true;                  // of imported people; else they have pseudonyms
    std::size_t smallest_group = 0;           // of imported people that is shown singly
    std::size_t departments_hidden = 0;       // for that
    std::vector<PowerShift> winners, losers;  // at most five each
    std::vector<FailureReason> failures;      // of the histories that failed; shares sum to 1
    std::size_t numbers = 0, assumed_numbers = 0, uncertain_numbers = 0;
    std::string currency;                      // as money is called; empty: euros
    std::size_t amounts = 0, own_amounts = 0;  // of money that decide, and those of them that the scenario gives
    bool sees_all = false;                     // somebody is chosen by what nobody can see: an upper bound
    std::vector<Influence> influences;         // strongest first; at most five
    std::uint64_t state_hash = 0;              // over all blocks, in their order
};

// results: those of finished blocks (others are skipped). Throws std::invalid_argument without any.
[[nodiscard]] RunSummary summarise(Model const& model, std::vector<BlockResult> const& results);
[[nodiscard]] RunSummary summarise(StudyFacts const& facts, std::vector<BlockResult> const& results);

}  // namespace micropol
