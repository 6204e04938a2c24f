#pragma once
// Better and dearer: which of many choices are worth a look. After K. Deb, A. Pratap, S. Agarwal, T. Meyarivan (2002), A fast
// and elitist multiobjective genetic algorithm: NSGA-II, IEEE Transactions on Evolutionary Computation 6.

#include <cstddef>
#include <span>
#include <vector>

namespace micropol {

struct Worth {
    double merit = 0;   // more is better
    double cost = 0;    // less is better
    double excess = 0;  // by how much limits are broken; 0: none is
};

// Breaks limits less; or, where both keep them, is no worse in merit and cost and better in one.
[[nodiscard]] bool dominates(Worth const& a, Worth const& b);

// [position] 0: nobody dominates it; else the rank that is left after those of lower ranks are taken away. Of equals the
// first one dominates the others.
[[nodiscard]] std::vector<std::size_t> pareto_ranks(std::span<Worth const> all);

// Positions by rank; within a rank the ends of the front first, then those with most room around them.
[[nodiscard]] std::vector<std::size_t> best_first(std::span<Worth const> all);

}  // namespace micropol
