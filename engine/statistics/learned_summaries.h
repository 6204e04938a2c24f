#pragma once
// What of many cells tells about the numbers: a few combinations of them, learned by ridge regression of the numbers, and of their
// squares, on the cells (P. Fearnhead, D. Prangle 2012, JRSS B 74), turned so that each tells something that the others do not.
// Their unit is the standard deviation of what chance does to them.

#include <span>
#include <vector>

#include "statistics/scaled_cells.h"

namespace micropol {

class LearnedSummaries {
  public:
    // learn, judge: settings of the pool; what the first ones teach is believed as far as it holds in the second ones.
    // seen: [cell]. Throws std::invalid_argument where too few histories have the cells that are seen.
    LearnedSummaries(SettingsPool const& pool, std::span<std::size_t const> learn, std::span<std::size_t const> judge,
                     std::vector<bool> const& seen, InParallel const& in_parallel);

    // How many; 0 where the cells tell nothing.
    [[nodiscard]] std::size_t count() const { return informative_.size(); }
    // [summary] share of its variance that the numbers make; the rest is chance.
    [[nodiscard]] std::span<double const> informative() const { return informative_; }
    // [number] share of its variance that the cells tell, in the settings to judge by.
    [[nodiscard]] std::span<double const> told() const { return told_; }
    // [summary] how far it is moved by an error of that share of a cell's spread in every cell, each on its own.
    [[nodiscard]] std::vector<double> moved_by(double share) const;

    // values: [cell]. Nothing where a cell that is seen is missing.
    [[nodiscard]] bool summarise(std::span<float const> values, std::span<double> summaries) const;

  private:
    ScaledCells cells_;
    std::vector<double> combination_;  // [scaled cell * count + summary]
    std::vector<double> informative_, told_;
};

// The settings that teach, and every fifth one to judge by, of those given.
struct Division {
    std::vector<std::size_t> learn, judge;
};
[[nodiscard]] Division divided(std::span<std::size_t const> settings);

}  // namespace micropol
