#pragma once
// Who loses what: stakes at the horizon by goal, for departments, ranks and people; and the smallest compensation, access or role
// that would have kept the transformation from failing as often, broken the coalitions that block it, or turned those who stand
// against it.

#include <optional>
#include <string>
#include <vector>

#include "statistics/estimate.h"
#include "study/study_runner.h"

namespace micropol {

inline constexpr std::string_view ledger_goals[] = {"career", "pay", "status", "security", "company"};
inline constexpr std::size_t ledger_goal_count = std::size(ledger_goals);

// Of a group of people, means over those who are there: −1 loses everything, 1 wins everything.
struct GroupStake {
    std::string name;  // "Sales"; "Sales, level 1"
    std::string department;
    std::optional<int> level = {};       // of a role
    std::size_t people = 0;              // at the start, in the organisation that is listed
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

// What is tried on some people, as weak as it may be.
struct SmallestOffer {
    std::vector<std::string> levers;  // all at that strength
    Target target;
    std::optional<double> intensity = {};  // share; nothing: not even the whole of it is enough
    Estimate remaining = {};               // share that is left with it (with the whole of it, where it is not enough)
    Estimate effect = {};                  // the change of that share against how it was
    Estimate cost = {};                    // thousand euros more than without; no blocks if cost is not recorded
    Estimate attitude = {};                // with it, of the person it is made to; no blocks where it is made to many
};

// Something unwanted, and the weakest offers that would make it rarer.
struct Relief {
    Estimate share = {};     // of histories in which it comes about
    double wanted = 0;       // share to come down to
    Estimate attitude = {};  // of the person it is about, as it was; no blocks where it is about many
    std::vector<SmallestOffer> offers = {};
};

// Whoever holds a seat and, in some histories, opposes the change at the horizon: attitude, private, below 0.
struct Blocker {
    std::string id, department;
    int level = 0;
    Relief opposes = {};
};

struct Ledger {
    std::size_t blocks = 0;
    std::optional<std::uint32_t> block = {};               // of drawn people, who are others in every block
    std::vector<GroupStake> departments = {}, roles = {};  // who loses most, first
    std::vector<PersonStake> people = {};                  // likewise
    std::size_t groups_hidden = 0;                         // departments and roles of imported people, see privacy.h
    std::size_t outcome = 0;                               // position among the outcomes
    double threshold = 0;                                  // a history fails that ends below, or above where less is better
    Relief failing = {};
    // Histories in which a coalition against it has at least blocking_share of all power at the horizon; nothing if that is not
    // recorded or people form no coalitions.
    std::optional<Relief> blocked = {};
    std::vector<Blocker> blockers = {};  // who opposes with most power, first
};

struct LedgerPlan {
    Variant base = {};        // what is explained
    std::size_t outcome = 0;  // position among the outcomes
    double threshold = 0;     // in its unit
    bool less_is_better = false;
    std::uint32_t blocks = 0;
    std::uint32_t block = 0;            // of the people of a drawn organisation
    std::optional<double> wanted = {};  // share of failing histories; half of what it is without
};

// Intensities are found to a thirty-second, on other blocks of the search's own, where the unwanted must become rarer in the same
// proportion; what they are worth, on those of the study. One drawn organisation has no other block: there a person is turned in
// the very histories in which the offer is sought.
inline constexpr int halvings = 5;
inline constexpr std::uint32_t blocks_of_search = 32;
inline constexpr std::size_t most_blockers = 3;

// The stakes alone. Nothing: it was stopped.
[[nodiscard]] std::optional<Ledger> stakes_of(StudyRunner const& runner, std::uint32_t variant, LedgerPlan const& plan);

// Everything. The runner keeps horizons.
[[nodiscard]] std::optional<Ledger> keep_ledger(StudyRunner& runner, LedgerPlan const& plan);

}  // namespace micropol
