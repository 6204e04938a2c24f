#pragma once
// A comparison, a search and a sweep made by hand.

#include "../study/small_contest.h"
#include "../study/small_sweep.h"
#include "study/optimise/optimum.h"

namespace micropol::small {

inline Comparison comparison(Criterion const& criterion = {}) {
    return compare(contest_facts(),
                   {contender("none", {0.25, 0.5, 0.375, 0.25}, 0), contender("pressure", {0.25, 0.5, 0.25, 0.375}, 10),
                    contender("a|b", {0.75, 0.875, 0.875, 0.75}, 20)},
                   criterion);
}

inline std::vector<Score> scores(std::vector<double> const& merits, double spent) {
    std::vector<Score> made;
    for (double const merit : merits) made.push_back({merit, spent, 1});
    return made;
}

inline SearchSpace search_space() {
    SearchSpace made{
        .levers = {"champions", "quick_win"}, .targets = std::vector<Target>(2), .intensities = {0.5}, .weeks = {0, 13, 26}};
    made.targets[1].who = Who::losers;
    return made;
}

// found_1 promised half a share more than none and keeps a quarter; poor costs as much and brings nothing.
inline Optimum optimum(Limits const& limits = {}) {
    Search search;
    search.trials = {{.blocks = scores({0.25, 0.5, 0.25, 0.5}, 0)},
                     {.strategy = "poor", .blocks = scores({0.25, 0.5}, 20)},
                     {.bundle = {{0, 1, 0.5, 13, 26}}, .blocks = scores({0.75, 0.9375, 0.8125, 1}, 20)},
                     {.bundle = {{1, 0, 1, 0, 26}}, .blocks = scores({0.5, 0.5, 0.25, 0.75}, 10)}};
    search.finalists = {2, 3, 0}, search.choice = 2, search.blocks = 1700, search.generations = 9;
    std::vector<Found> const found = found_in(search, {"poor", "found_2"});
    return conclude(
        contest_facts(),
        {contender("none", {0.25, 0.5, 0.375, 0.25}, 0), contender("poor", {0.25, 0.5, 0.25, 0.375}, 20),
         contender(found[0].name, {0.5, 0.75, 0.5625, 0.5625}, 20), contender(found[1].name, {0.25, 0.5, 0.4375, 0.25}, 10)},
        {}, search, search_space(), {.limits = limits}, found);
}

inline Sweep sweep(Design design, double noise = 0) {
    SweepDefinition made;
    made.design = design, made.size = design == Design::latin_hypercube ? 256 : 32, made.levels = 4, made.outcomes = {0};
    made.factors = {share_factor("culture.rivalry", 0.1, 0.6),
                    share_factor("culture.a|b"),
                    {"governance.rule", Words{"ceo", "committee"}, {}}};
    auto const result = [](std::vector<double> const& x) { return 0.9 - x[0] - 0.2 * x[2]; };
    return conclude(sweep_facts(), made, values(made, result, noise));
}

}  // namespace micropol::small
