#pragma once
// Cells in units of their spread over the prior, with little weight on the few that lie far out.

#include <cstdint>
#include <span>
#include <vector>

#include "statistics/cross_products.h"
#include "statistics/settings_pool.h"

namespace micropol {

// Shares vary less near their ends, where folded roots, sqrt(x) - sqrt(1 - x), vary about as much as in the middle (F. Mosteller,
// J. W. Tukey 1977, Data Analysis and Regression). Other cells stay as they are.
enum class OfShares : std::uint8_t { themselves, folded_roots };

class ScaledCells {
  public:
    // wanted: [cell]. settings: of the pool, whose values say how far each goes, and which are shares: from 0 to 1.
    ScaledCells(SettingsPool const& pool, std::span<std::size_t const> settings, std::vector<bool> const& wanted,
                OfShares of_shares = OfShares::themselves);

    [[nodiscard]] std::size_t count() const { return scales_.size(); }  // cells that are wanted and vary
    [[nodiscard]] std::size_t cell(std::size_t k) const { return scales_[k].cell; }
    [[nodiscard]] double spread(std::size_t k) const { return scales_[k].spread; }
    [[nodiscard]] double scaled(std::size_t k, double value) const;
    // values: [cell]. Nothing where a cell that is wanted is missing.
    [[nodiscard]] bool scale(std::span<float const> values, std::span<double> out) const;

  private:
    struct Scale {
        std::size_t cell;
        double middle, spread;
        bool folded;
    };
    std::vector<std::size_t> wanted_;
    std::vector<Scale> scales_;
};

// Products of rows that `fill` makes of a history of a setting, where it makes one. The same for any number of threads.
using FillRow = std::function<bool(std::size_t setting, std::span<float const> values, std::span<double> row)>;
[[nodiscard]] CrossProducts products_of(SettingsPool const& pool, std::span<std::size_t const> settings, std::size_t columns,
                                        FillRow const& fill, InParallel const& in_parallel);

// One after the other where there is no InParallel.
void do_tasks(InParallel const& in_parallel, std::size_t tasks, std::function<void(std::size_t)> const& task);

}  // namespace micropol
