#pragma once
// Where a history lies among all that settings make of a model: the combinations of cells in which settings differ most for what chance
// does within them (C. R. Rao 1948, Journal of the Royal Statistical Society B 10). Their unit is the standard deviation of chance.

#include <span>
#include <vector>

#include "statistics/scaled_cells.h"

namespace micropol {

class CanonicalVariates {
  public:
    // settings: of the pool, that teach.
    CanonicalVariates(SettingsPool const& pool, std::span<std::size_t const> settings, ScaledCells const& cells,
                      InParallel const& in_parallel);

    [[nodiscard]] std::size_t count() const { return count_; }
    // scaled: [cell] as `cells` has them.
    [[nodiscard]] std::vector<double> of(std::span<double const> scaled) const;

  private:
    std::size_t count_ = 0;
    std::vector<double> combination_;  // [scaled cell * count + variate]
};

}  // namespace micropol
