#include "statistics/learned_summaries.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "base/linear_algebra.h"
#include "statistics/ridge.h"

namespace micropol {

namespace {

constexpr double tells_nothing = 0.01, hardly_informative = 0.03;  // shares of variance
constexpr double fewest_rows = 20 * SettingsPool::histories;

// Combinations of columns, in columns, and how much of the variance of each the targets explain.
struct Directions {
    std::vector<VectorXd> combinations;
    std::vector<double> informative;
};

// Of what the regressions say of the targets that they tell something of: directions of variance 1, and among them those that
// the targets explain most; what they do not explain becomes the unit.
Directions informative_directions(RidgeFit const& fit, CrossProducts const& judged) {
    std::vector<std::size_t> telling;
    for (std::size_t target = 0; target < fit.targets; ++target)
        if (fit.told[target] > tells_nothing) telling.push_back(target);
    if (telling.empty()) return {};
    auto const p = Index(fit.columns), t = Index(telling.size());
    MatrixXd said(p, t), among(p, p), with(p, t), targets(t, t);
    for (Index i = 0; i < p; ++i) {
        for (Index j = 0; j < p; ++j) among(i, j) = judged.covariance(std::size_t(i), std::size_t(j));
        for (Index j = 0; j < t; ++j) {
            std::size_t const target = telling[std::size_t(j)];
            said(i, j) = fit.coefficients[target * fit.columns + std::size_t(i)];
            with(i, j) = judged.covariance(std::size_t(i), fit.columns + target);
        }
    }
    for (Index i = 0; i < t; ++i)
        for (Index j = 0; j < t; ++j)
            targets(i, j) = judged.covariance(fit.columns + telling[std::size_t(i)], fit.columns + telling[std::size_t(j)]);
    targets.diagonal() *= 1 + 1e-3;
    MatrixXd const all = said.transpose() * among * said, together = said.transpose() * with;
    MatrixXd const explained = together * targets.ldlt().solve(together.transpose());

    Eigen::SelfAdjointEigenSolver<MatrixXd> const spread((all + all.transpose()) / 2);
    double const least = 1e-4 * spread.eigenvalues().maxCoeff();
    auto const kept = Index((spread.eigenvalues().array() > least).count());
    MatrixXd whiten(t, kept);
    for (Index k = 0; k < kept; ++k)
        whiten.col(k) = spread.eigenvectors().col(t - 1 - k) / std::sqrt(spread.eigenvalues()(t - 1 - k));
    MatrixXd const within = whiten.transpose() * explained * whiten;
    Eigen::SelfAdjointEigenSolver<MatrixXd> const shares((within + within.transpose()) / 2);
    constexpr double almost_all = 0.9999;
    Directions found;
    for (Index k = kept; k-- > 0 && shares.eigenvalues()(k) > hardly_informative;) {
        double const share = std::min(shares.eigenvalues()(k), almost_all);
        VectorXd const turned = whiten * shares.eigenvectors().col(k);
        found.combinations.push_back(said * turned / std::sqrt(1 - share));
        found.informative.push_back(share);
    }
    return found;
}

}  // namespace

Division divided(std::span<std::size_t const> settings) {
    Division division;
    for (std::size_t k = 0; k < settings.size(); ++k) (k % 5 == 4 ? division.judge : division.learn).push_back(settings[k]);
    return division;
}

LearnedSummaries::LearnedSummaries(SettingsPool const& pool, std::span<std::size_t const> learn,
                                   std::span<std::size_t const> judge, std::vector<bool> const& seen,
                                   InParallel const& in_parallel)
    : cells_(pool, learn, seen), told_(pool.numbers(), 0.0) {
    std::size_t const cells = cells_.count(), numbers = pool.numbers();
    // Scaled cells, then normal scores, and of their squares what they say beyond them: mean 0 and variance 1 over the prior.
    auto const fill = [&](std::size_t setting, std::span<float const> values, std::span<double> row) {
        auto const scores = pool.scores_of(setting);
        for (std::size_t j = 0; j < numbers; ++j)
            row[cells + j] = scores[j], row[cells + numbers + j] = (scores[j] * scores[j] - 1) / std::sqrt(2.0);
        return cells_.scale(values, row);
    };
    CrossProducts const taught = products_of(pool, learn, cells + 2 * numbers, fill, in_parallel);
    CrossProducts const judged = products_of(pool, judge, cells + 2 * numbers, fill, in_parallel);
    if (taught.rows() < fewest_rows || judged.rows() < fewest_rows / 4)
        throw std::invalid_argument("too few settings have all the cells that are observed");
    if (cells == 0) return;
    RidgeFit const fit = ridge(taught, judged, cells);
    std::copy_n(fit.told.begin(), numbers, told_.begin());
    Directions const found = informative_directions(fit, judged);
    informative_ = found.informative;
    for (std::size_t cell = 0; cell < cells; ++cell)
        for (VectorXd const& combination : found.combinations) combination_.push_back(combination(Index(cell)));
}

std::vector<double> LearnedSummaries::moved_by(double share) const {
    std::vector<double> moved(count(), 0.0);
    for (std::size_t cell = 0; cell < cells_.count(); ++cell)
        for (std::size_t k = 0; k < count(); ++k) {
            double const by_cell = share * combination_[cell * count() + k];
            moved[k] += by_cell * by_cell;
        }
    for (double& square : moved) square = std::sqrt(square);
    return moved;
}

bool LearnedSummaries::summarise(std::span<float const> values, std::span<double> summaries) const {
    std::vector<double> scaled(cells_.count());
    if (!cells_.scale(values, scaled)) return false;
    std::ranges::fill(summaries, 0.0);
    for (std::size_t cell = 0; cell < scaled.size(); ++cell) {
        double const* const weights = combination_.data() + cell * count();
        for (std::size_t k = 0; k < count(); ++k) summaries[k] += weights[k] * scaled[cell];
    }
    return true;
}

}  // namespace micropol
