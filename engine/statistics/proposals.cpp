#include "statistics/proposals.h"

#include <cmath>

#include "base/linear_algebra.h"
#include "base/random.h"
#include "base/scalar_math.h"
#include "statistics/posterior_checks.h"

namespace micropol {

NarrowedPrior::NarrowedPrior(std::span<std::vector<double> const> scores, std::span<double const> weights,
                             std::span<std::size_t const> moved, double effective)
    : numbers_(scores.size()), moved_(moved.begin(), moved.end()) {
    constexpr double clearly_narrower = 0.7;  // of the prior's variance
    constexpr double wider = 1.3;             // than the sample, so that its edges are reached
    auto const count = Index(moved_.size());
    if (count == 0) return;
    MatrixXd deviations(Index(weights.size()), count);
    VectorXd middle = VectorXd::Zero(count);
    for (Index j = 0; j < count; ++j) {
        std::vector<double> const& one = scores[moved_[std::size_t(j)]];
        for (std::size_t i = 0; i < weights.size(); ++i) deviations(Index(i), j) = one[i], middle(j) += weights[i] * one[i];
    }
    deviations.rowwise() -= middle.transpose();
    VectorXd const weight = Eigen::Map<VectorXd const>(weights.data(), Index(weights.size()));
    Eigen::SelfAdjointEigenSolver<MatrixXd> const solver(deviations.transpose() * weight.asDiagonal() * deviations);
    double const limit = std::min(clearly_narrower, least_variance_by_chance(moved_.size(), effective));
    for (Index d = 0; d < count; ++d) {
        double const variance = solver.eigenvalues()(d);
        if (variance >= limit) break;  // they ascend
        VectorXd const loading = solver.eigenvectors().col(d);
        directions_.push_back({.loading = {loading.begin(), loading.end()},
                               .middle = loading.dot(middle),
                               .deviation = std::sqrt(wider * std::max(variance, 1e-8))});
    }
}

double NarrowedPrior::along(Direction const& direction, std::span<double const> scores) const {
    double sum = 0;
    for (std::size_t j = 0; j < moved_.size(); ++j) sum += direction.loading[j] * scores[moved_[j]];
    return sum;
}

std::vector<double> NarrowedPrior::draw(std::size_t count, std::uint64_t seed, std::uint32_t wave) const {
    std::vector<double> drawn;
    for (std::size_t i = 0; i < count; ++i) {
        Stream chance(seed + wave, std::uint32_t(i), purpose("calibration: draw near what is possible"));
        std::vector<double> scores(numbers_);
        for (double& score : scores) score = chance.normal();
        for (Direction const& direction : directions_) {
            double const by = direction.middle + direction.deviation * chance.normal() - along(direction, scores);
            for (std::size_t j = 0; j < moved_.size(); ++j) scores[moved_[j]] += by * direction.loading[j];
        }
        drawn.insert(drawn.end(), scores.begin(), scores.end());
    }
    return drawn;
}

double NarrowedPrior::over_prior(std::span<double const> scores) const {
    double logarithm = 0;
    for (Direction const& direction : directions_) {
        double const place = along(direction, scores), off = (place - direction.middle) / direction.deviation;
        logarithm += (place * place - off * off) / 2 - log_of(direction.deviation);
    }
    return exp_of(std::min(logarithm, 600.0));
}

double Proposals::importance(std::span<double const> scores, SpaceLeft const& space) const {
    double all = double(table_), drawn = double(table_);
    for (Matched const& wave : matched_) {
        all += double(wave.settings);
        if (space.holds(scores, wave.matches)) drawn += double(wave.settings) / space.volume(wave.matches);
    }
    for (Narrowed const& wave : narrowed_) {
        all += double(wave.settings);
        drawn += double(wave.settings) * wave.prior.over_prior(scores);
    }
    return all / drawn;
}

}  // namespace micropol
