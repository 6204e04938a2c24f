#include "statistics/canonical_variates.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/linear_algebra.h"

namespace micropol {

namespace {

constexpr Index most_variates = 12;
constexpr double hardly_differ = 0.3;  // variance between settings over that within them

MatrixXd covariances(CrossProducts const& of) {
    auto const size = Index(of.columns());
    MatrixXd values(size, size);
    for (Index i = 0; i < size; ++i)
        for (Index j = 0; j < size; ++j) values(i, j) = of.covariance(std::size_t(i), std::size_t(j));
    return values;
}

}  // namespace

CanonicalVariates::CanonicalVariates(SettingsPool const& pool, std::span<std::size_t const> settings, ScaledCells const& cells,
                                     InParallel const& in_parallel) {
    std::size_t const size = cells.count();
    if (size == 0) return;
    std::vector<std::size_t> row_of(pool.count(), 0);
    for (std::size_t k = 0; k < settings.size(); ++k) row_of[settings[k]] = k;
    std::vector<double> means(settings.size() * size, std::numeric_limits<double>::quiet_NaN());
    do_tasks(in_parallel, settings.size(), [&](std::size_t k) {
        std::vector<double> row(size), sum(size, 0.0);
        std::size_t histories = 0;
        for (std::size_t history = 0; history < SettingsPool::histories; ++history) {
            if (!cells.scale(pool.values_of(settings[k], history), row)) continue;
            ++histories;
            for (std::size_t cell = 0; cell < size; ++cell) sum[cell] += row[cell];
        }
        for (std::size_t cell = 0; cell < size && histories > 0; ++cell) means[k * size + cell] = sum[cell] / double(histories);
    });
    CrossProducts const chance = products_of(
        pool, settings, size,
        [&](std::size_t setting, std::span<float const> values, std::span<double> row) {
            if (!cells.scale(values, row)) return false;
            for (std::size_t cell = 0; cell < size; ++cell) row[cell] -= means[row_of[setting] * size + cell];
            return true;
        },
        in_parallel);
    CrossProducts differ(size);
    for (std::size_t k = 0; k < settings.size(); ++k)
        if (auto const mean = std::span(means).subspan(k * size, size); std::isfinite(mean.front())) differ.add(mean);
    if (chance.rows() == 0) return;
    MatrixXd within = covariances(chance);
    MatrixXd const between = covariances(differ) - within / double(SettingsPool::histories);
    // Cells that chance leaves alone would make every rounding a difference.
    within.diagonal() *= 1 + 1e-3;
    within.diagonal().array() += 1e-4;
    Eigen::GeneralizedSelfAdjointEigenSolver<MatrixXd> const solver(between, within);
    auto const all = Index(size);
    Index kept = 0;
    while (kept < std::min(all, most_variates) && solver.eigenvalues()(all - 1 - kept) > hardly_differ) ++kept;
    count_ = std::size_t(kept);
    for (Index cell = 0; cell < all; ++cell)
        for (Index k = 0; k < kept; ++k) combination_.push_back(solver.eigenvectors()(cell, all - 1 - k));
}

std::vector<double> CanonicalVariates::of(std::span<double const> scaled) const {
    std::vector<double> place(count_, 0.0);
    for (std::size_t cell = 0; cell < scaled.size() && count_ > 0; ++cell)
        for (std::size_t k = 0; k < count_; ++k) place[k] += combination_[cell * count_ + k] * scaled[cell];
    return place;
}

}  // namespace micropol
