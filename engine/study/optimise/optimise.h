#pragma once
// Searches bundles of interventions for much merit at little cost, within limits: evolution after NSGA-II (K. Deb et al. 2002)
// while a trial is cheap, with more and more blocks a trial; then halving of the survivors with doubled blocks each time
// (Z. Karnin, T. Koren, O. Somekh 2013, Almost optimal exploration in multi-armed bandits, ICML; K. Jamieson, A. Talwalkar
// 2016, Non-stochastic best arm identification and hyperparameter optimization, AISTATS). All trials live through the same
// chance. What wins here was lucky besides being good: what it is worth must be found out on other blocks.

#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "study/optimise/bundle.h"
#include "study/study_runner.h"

namespace micropol {

// What a block of a trial came to, means of its histories.
struct Score {
    double merit = 0;  // more is better
    double cost = 0, credibility = 0;
};

// A strategy of the scenario as it is, or a bundle.
struct Trial {
    std::string strategy = {};  // "": the bundle
    Bundle bundle = {};         // of a strategy: what there is to breed from
    std::vector<Score> blocks = {};
};

// Of means at the horizon.
struct Limits {
    double budget = std::numeric_limits<double>::infinity();              // most cost, thousand euros
    double least_credibility = -std::numeric_limits<double>::infinity();  // share
};

struct SearchPlan {
    std::uint64_t seed = 1;
    std::size_t effort = 5000;  // blocks to simulate, about
    Limits limits = {};
};

// The search stays away from the blocks that a study simulates.
inline constexpr std::uint32_t first_search_block = 1u << 24;
inline constexpr std::size_t least_effort = 1500;  // blocks

// Scores of tasks, in their order; a task's variant is the position of a trial. Nothing: it was stopped.
using TryOut = std::function<std::optional<std::vector<Score>>(std::vector<Trial> const& trials, std::span<Task const> tasks)>;

struct Search {
    std::vector<Trial> trials;  // the given ones first
    std::vector<std::size_t>
        finalists;  // that keep the limits, best first: the front as the search sees it, then what is behind it
    // Of the finalists and doing nothing the one with most merit, among those whose 95 % intervals keep the limits.
    std::optional<std::size_t> choice;
    std::size_t blocks = 0, generations = 0;
};

// given: the first one is doing nothing. The same bytes for the same plan, whatever tries out. Nothing: it was stopped.
[[nodiscard]] std::optional<Search> search_bundles(SearchSpace const& space, std::vector<Trial> given, SearchPlan const& plan,
                                                   TryOut const& try_out);

}  // namespace micropol
