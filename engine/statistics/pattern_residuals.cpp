#include "statistics/pattern_residuals.h"

#include <cmath>

#include "base/linear_algebra.h"

namespace micropol {

namespace {
constexpr std::size_t most_patterns = 2'000;
}

PatternResiduals::PatternResiduals(SettingsPool const& pool, std::span<std::size_t const> settings, ScaledCells const& cells,
                                   CellPatterns const& patterns, InParallel const& in_parallel)
    : size_(cells.count()) {
    std::vector<Index> position(pool.cells(), -1);
    for (std::size_t k = 0; k < size_; ++k) position[cells.cell(k)] = Index(k);
    auto const add = [&](std::vector<std::size_t> const& pattern) {
        std::vector<std::size_t> known;
        for (std::size_t const cell : pattern)
            if (position.at(cell) >= 0) known.push_back(cell);
        if (!known.empty() && patterns_.size() < most_patterns) patterns_.push_back(std::move(known));
    };
    for (auto const& pattern : patterns)
        if (pattern.size() > 1) add(pattern);
    for (std::size_t k = 0; k < size_; ++k) add({cells.cell(k)});
    if (size_ == 0) return;
    CrossProducts const products = products_of(
        pool, settings, size_,
        [&](std::size_t, std::span<float const> values, std::span<double> row) { return cells.scale(values, row); }, in_parallel);
    auto const size = Index(size_);
    MatrixXd covariance(size, size), shifts = MatrixXd::Zero(size, Index(patterns_.size()));
    for (Index i = 0; i < size; ++i) {
        mean_.push_back(products.mean(std::size_t(i)));
        for (Index j = 0; j < size; ++j) covariance(i, j) = products.covariance(std::size_t(i), std::size_t(j));
    }
    // Cells that are as good as copies of each other would make every rounding odd.
    covariance.diagonal() *= 1 + 2e-3;
    covariance.diagonal().array() += 1e-6;
    // By the same amount in the unit of the cells.
    for (std::size_t pattern = 0; pattern < patterns_.size(); ++pattern)
        for (std::size_t const cell : patterns_[pattern])
            shifts(position[cell], Index(pattern)) = 1 / cells.spread(std::size_t(position[cell]));
    MatrixXd const against = covariance.ldlt().solve(shifts);
    for (Index pattern = 0; pattern < Index(patterns_.size()); ++pattern) {
        double const open = std::sqrt(shifts.col(pattern).dot(against.col(pattern)));
        for (Index cell = 0; cell < size; ++cell) combination_.push_back(against(cell, pattern) / open);
    }
}

std::vector<float> PatternResiduals::of(std::span<double const> scaled) const {
    std::vector<float> residuals;
    for (std::size_t pattern = 0; pattern < count(); ++pattern) {
        double sum = 0;
        for (std::size_t cell = 0; cell < size_; ++cell)
            sum += combination_[pattern * size_ + cell] * (scaled[cell] - mean_[cell]);
        residuals.push_back(float(sum));
    }
    return residuals;
}

}  // namespace micropol
