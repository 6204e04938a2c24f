#include "statistics/cell_forecast.h"

#include <algorithm>
#include <cmath>

#include "base/linear_algebra.h"
#include "statistics/ridge.h"

namespace micropol {

namespace {

constexpr Index most_directions = 8;
constexpr double worth_a_direction = 0.01;  // of the variance that is foretold

std::vector<bool> others_than(std::vector<bool> seen) {
    seen.flip();
    return seen;
}

}  // namespace

CellForecast::CellForecast(SettingsPool const& pool, Division const& division, std::vector<bool> const& seen,
                           InParallel const& in_parallel)
    : seen_(pool, division.learn, seen), others_(pool, division.learn, others_than(seen)) {
    std::size_t const cells = seen_.count(), targets = others_.count();
    if (cells == 0 || targets == 0) return;
    auto const fill = [&](std::size_t, std::span<float const> values, std::span<double> row) {
        return seen_.scale(values, row) && others_.scale(values, row.subspan(cells));
    };
    CrossProducts const taught = products_of(pool, division.learn, cells + targets, fill, in_parallel);
    CrossProducts const judged = products_of(pool, division.judge, cells + targets, fill, in_parallel);
    if (taught.rows() < double(20 * SettingsPool::histories) || judged.rows() < double(5 * SettingsPool::histories)) return;
    RidgeFit const fit = ridge(taught, judged, cells);
    auto const p = Index(cells), t = Index(targets);
    MatrixXd said(p, t), among(p, p), with(p, t), of_targets(t, t);
    for (Index i = 0; i < p; ++i) {
        for (Index j = 0; j < p; ++j) among(i, j) = judged.covariance(std::size_t(i), std::size_t(j));
        for (Index j = 0; j < t; ++j) {
            said(i, j) = fit.coefficients[std::size_t(j) * cells + std::size_t(i)];
            with(i, j) = judged.covariance(std::size_t(i), cells + std::size_t(j));
        }
    }
    for (Index i = 0; i < t; ++i)
        for (Index j = 0; j < t; ++j) of_targets(i, j) = judged.covariance(cells + std::size_t(i), cells + std::size_t(j));
    MatrixXd const foretold = said.transpose() * among * said, together = said.transpose() * with;
    MatrixXd const left = of_targets - together - together.transpose() + foretold;
    Eigen::SelfAdjointEigenSolver<MatrixXd> const solver((foretold + foretold.transpose()) / 2);
    double const all = solver.eigenvalues().cwiseMax(0.0).sum();
    std::vector<VectorXd> combinations;
    for (Index k = t; k-- > 0 && t - k <= most_directions && solver.eigenvalues()(k) > worth_a_direction * all;) {
        VectorXd const direction = solver.eigenvectors().col(k);
        VectorXd const spread = left * direction;
        // Where next to nothing is left open, a hundredth of what is foretold is near enough.
        double const open = std::max(direction.dot(spread), 1e-4 * solver.eigenvalues()(k));
        if (open > 0) combinations.push_back(said * direction / std::sqrt(open));
    }
    directions_ = combinations.size();
    for (Index cell = 0; cell < p; ++cell)
        for (VectorXd const& combination : combinations) combination_.push_back(combination(cell));
}

bool CellForecast::summarise(std::span<float const> values, std::span<double> summaries) const {
    std::vector<double> scaled(seen_.count());
    if (!seen_.scale(values, scaled)) return false;
    std::ranges::fill(summaries, 0.0);
    for (std::size_t cell = 0; cell < scaled.size() && directions_ > 0; ++cell)
        for (std::size_t k = 0; k < directions_; ++k) summaries[k] += combination_[cell * directions_ + k] * scaled[cell];
    return true;
}

}  // namespace micropol
