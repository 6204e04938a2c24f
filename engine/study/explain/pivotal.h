#pragma once
// Who and what could have turned it: the same histories again, each with one person silenced or won over, or with the strategy
// broken off in some week.

#include <optional>
#include <string>
#include <vector>

#include "statistics/estimate.h"
#include "study/study_runner.h"

namespace micropol {

enum class Turn { silenced, won_over };

struct PivotalPerson {
    std::string id, department;
    int level = 0;
    Turn turn = Turn::silenced;
    Estimate flips = {};   // share of histories in which the outcome comes to lie on the other side of the threshold
    Estimate change = {};  // of the outcome, in its unit
};

// The strategy broken off: from the week on nothing of it is in force.
struct PivotalWeek {
    int week = 0;
    Estimate flips = {}, change = {};  // as above
};

struct Pivotal {
    std::size_t outcome = 0;  // position among the outcomes
    double threshold = 0;     // in its unit
    // Drawn organisations have other people in every block: there, people are asked about in this block alone.
    std::optional<std::uint32_t> block = {};
    bool can_win_over = true;                // else levers are off
    std::vector<PivotalPerson> people = {};  // who changes most, first
    std::vector<PivotalWeek> weeks = {};     // empty without a strategy
    // First week on the grid from which on breaking the strategy off turns fewer than one history in twenty.
    std::optional<int> decided = {};
};

inline constexpr std::size_t default_candidates = 12;
inline constexpr int parts_of_horizon = 8;  // of the grid of weeks

struct PivotalPlan {
    Variant base = {};        // what is explained
    std::size_t outcome = 0;  // position among the outcomes
    double threshold = 0;     // in its unit
    std::uint32_t blocks = 0;
    std::uint32_t block = 0;  // of the people of a drawn organisation
    std::size_t candidates = default_candidates;
};

// On which side of the threshold the whole transformation succeeds: the scenario's own rule for substantive adoption, 0.5 for what
// happens or does not, else the median over histories ([block * 16 + history]).
[[nodiscard]] double default_threshold(Scenario const& scenario, OutcomeKind const& outcome,
                                       std::vector<double> const& histories);

// Whom to ask about, by id: in turn the most powerful, the best connected, the strongest opponent and the strongest supporter, means
// over the weeks of that block.
[[nodiscard]] std::vector<std::string> candidates_in(Model const& model, std::uint32_t block, std::size_t most);

// Nothing: it was stopped. The runner keeps horizons.
[[nodiscard]] std::optional<Pivotal> find_pivotal(StudyRunner& runner, PivotalPlan const& plan);

}  // namespace micropol
