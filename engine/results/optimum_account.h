#pragma once
// A search of bundles in words and tables: what text and Markdown say alike.

#include "results/account.h"
#include "results/grid.h"
#include "study/optimise/optimum.h"

namespace micropol {

struct OptimumAccount {
    std::string title;
    std::vector<std::string> opening, verdict;
    Grid front;  // of all in the final, cheapest first
    std::string picture_heading;
    std::vector<std::string> picture;  // lines
    Grid bundles;                      // what was found, in words
    std::string yaml;                  // ready for a scenario
    std::vector<std::string> closing;
};

[[nodiscard]] OptimumAccount account_of(Optimum const& optimum, int width, Detail detail);

// Whether the search's choice stood on fresh chance, and how much of what the search promised.
[[nodiscard]] std::vector<std::string> verdict_on(Optimum const& optimum);

// "training for those who stand to lose, 0.75, weeks 4 to 55"; joined by "; ".
[[nodiscard]] std::string in_words(SearchSpace const& space, Bundle const& bundle);

// "  found_1:\n    meaning: …": strategies as in a scenario, the key `strategies` on top.
[[nodiscard]] std::string strategies_yaml(Optimum const& optimum, std::vector<Found> const& which);

}  // namespace micropol
