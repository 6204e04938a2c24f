#pragma once
// What the cells that are observed say of those that are not, such as the weeks to come: combinations of the former that foretell the
// latter, in units of what they leave open.

#include <span>
#include <vector>

#include "statistics/learned_summaries.h"

namespace micropol {

class CellForecast {
  public:
    // seen: [cell]; all others are foretold.
    CellForecast(SettingsPool const& pool, Division const& division, std::vector<bool> const& seen,
                 InParallel const& in_parallel);

    [[nodiscard]] std::size_t count() const { return directions_; }
    // values: [cell]. Nothing where a cell that is seen is missing.
    [[nodiscard]] bool summarise(std::span<float const> values, std::span<double> summaries) const;

  private:
    ScaledCells seen_, others_;
    std::size_t directions_ = 0;
    std::vector<double> combination_;  // [seen cell * directions + direction]
};

}  // namespace micropol
