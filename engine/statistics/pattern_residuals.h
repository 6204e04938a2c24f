#pragma once
// How far groups of cells, single ones among them, are off from what all other cells say of them: so a curve stands out that no setting
// makes, although each of its cells alone is within range.

#include <span>
#include <vector>

#include "statistics/scaled_cells.h"

namespace micropol {

using CellPatterns = std::vector<std::vector<std::size_t>>;  // [pattern] cells that may be off together, all to the same side

class PatternResiduals {
  public:
    // patterns: of cells of the pool; those that are not among `cells` are left out. Of single cells as many as there is room for.
    PatternResiduals(SettingsPool const& pool, std::span<std::size_t const> settings, ScaledCells const& cells,
                     CellPatterns const& patterns, InParallel const& in_parallel);

    [[nodiscard]] std::size_t count() const { return patterns_.size(); }
    [[nodiscard]] std::vector<std::size_t> const& cells(std::size_t pattern) const { return patterns_[pattern]; }
    // [pattern] scaled: [cell] as `cells` has them. In standard deviations over all settings of what the others leave open.
    [[nodiscard]] std::vector<float> of(std::span<double const> scaled) const;

  private:
    CellPatterns patterns_;
    std::size_t size_ = 0;
    std::vector<double> mean_, combination_;  // [scaled cell], [pattern * scaled cells + scaled cell]
};

}  // namespace micropol
