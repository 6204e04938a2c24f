#pragma once
// Who loses what: stakes at the horizon by goal, for departments, ranks and people; and the smallest compensation, access or role
// that would have kept the transformation from failing as often.

#include <optional>
#include <string>
#include <vector>

#include "statistics/estimate.h"
#include "study/laboratory.h"

namespace micropol {

inline constexpr std::string_view ledger_goals[] = {"career", "pay", "status", "security", "company"};
inline constexpr std::size_t ledger_goal_count = std::size(ledger_goals);

// Of a group of people, means over those who are there: −1 loses everything, 1 wins everything.
struct GroupStake {
    std::string name;                    // "Sales"; "Sales, level 1"
    std::vector<Estimate> by_goal = {};  // [goal] change that people expect
    Estimate total = {};   // all goals by what each matters to each person, losses double, less the effort of changing
    Estimate losers = {};  // share of its people whose total is below 0
};

struct PersonStake {
    std::string id, department;
    int level = 0;
    std::vector<double> by_goal;  // [goal] means over histories
    double total = 0;
};

// What is tried for one group, as weak as it may be.
struct SmallestOffer {
    std::string lever;
    Target target;
    std::optional<double> intensity = {};  // share; nothing: not even the whole of it is enough
    Estimate failing = {};                 // share of histories that fail with it (with the whole of it, where it is not enough)
    Estimate effect = {};                  // the change of that share against how it was
    Estimate cost = {};                    // thousand euros more than without; no blocks if cost is not recorded
};

struct Ledger {
    std::size_t blocks = 0;
    std::optional<std::uint32_t> block = {};               // of drawn people, who are others in every block
    std::vector<GroupStake> departments = {}, roles = {};  // who loses most, first
    std::vector<PersonStake> people = {};                  // likewise
    std::size_t outcome = 0;                               // position among the outcomes
    double threshold = 0;                                  // a history fails that ends below
    Estimate failing = {};                                 // share of histories
    double wanted = 0;                                     // share of failing histories to come down to
    std::vector<SmallestOffer> offers = {};
};

struct LedgerPlan {
    Variant base = {};        // what is explained
    std::size_t outcome = 0;  // position among the outcomes
    double threshold = 0;     // in its unit
    std::uint32_t blocks = 0;
    std::uint32_t block = 0;            // of the people of a drawn organisation
    std::optional<double> wanted = {};  // share of failing histories; half of what it is without
};

// Intensities are found to a thirty-second, on other blocks of the search's own, where failures must fall in the same proportion;
// what they are worth, on those of the study.
inline constexpr int halvings = 5;
inline constexpr std::uint32_t blocks_of_search = 32;

// The stakes alone. Nothing: it was stopped.
[[nodiscard]] std::optional<Ledger> stakes_of(Laboratory const& laboratory, std::uint32_t variant, LedgerPlan const& plan);

// Stakes and offers. The laboratory keeps horizons.
[[nodiscard]] std::optional<Ledger> keep_ledger(Laboratory& laboratory, LedgerPlan const& plan);

}  // namespace micropol
