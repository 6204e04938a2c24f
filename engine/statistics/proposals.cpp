#include "statistics/proposals.h"

#include <cmath>

#include "base/linear_algebra.h"
#include "base/random.h"
#include "base/scalar_math.h"

namespace micropol {

NarrowedPrior::NarrowedPrior(std::span<double const> scores, std::span<double const> weights, std::size_t numbers)
    : numbers_(numbers) {
    constexpr double clearly_narrower = 0.7;  // of the prior's variance
    constexpr double wider = 1.3;             // than the sample, so that its edges are reached
    std::vector<double> middle(numbers, 0.0);
    for (std::size_t i = 0; i < weights.size(); ++i)
        for (std::size_t j = 0; j < numbers; ++j) middle[j] += weights[i] * scores[i * numbers + j];
    MatrixXd covariance = MatrixXd::Zero(Index(numbers), Index(numbers));
    for (std::size_t i = 0; i < weights.size(); ++i)
        for (std::size_t j = 0; j < numbers; ++j)
            for (std::size_t k = 0; k < numbers; ++k)
                covariance(Index(j), Index(k)) += weights[i] * (scores[i * numbers + j] - middle[j]) *
                                                  (scores[i * numbers + k] - middle[k]);
    Eigen::SelfAdjointEigenSolver<MatrixXd> const solver(covariance);
    for (std::size_t d = 0; d < numbers; ++d) {
        double const variance = solver.eigenvalues()(Index(d));
        if (variance >= clearly_narrower) break;  // they ascend
        Direction direction{std::vector<double>(numbers), 0, std::sqrt(wider * std::max(variance, 1e-8))};
        for (std::size_t j = 0; j < numbers; ++j) {
            direction.loading[j] = solver.eigenvectors()(Index(j), Index(d));
            direction.middle += direction.loading[j] * middle[j];
        }
        directions_.push_back(std::move(direction));
    }
}

std::vector<double> NarrowedPrior::draw(std::size_t count, std::uint64_t seed, std::uint32_t wave) const {
    std::vector<double> drawn;
    for (std::size_t i = 0; i < count; ++i) {
        Stream chance(seed + wave, std::uint32_t(i), purpose("calibration: draw near what is possible"));
        std::vector<double> scores(numbers_);
        for (double& score : scores) score = chance.normal();
        for (Direction const& direction : directions_) {
            double along = 0;
            for (std::size_t j = 0; j < numbers_; ++j) along += direction.loading[j] * scores[j];
            double const moved = direction.middle + direction.deviation * chance.normal() - along;
            for (std::size_t j = 0; j < numbers_; ++j) scores[j] += moved * direction.loading[j];
        }
        drawn.insert(drawn.end(), scores.begin(), scores.end());
    }
    return drawn;
}

double NarrowedPrior::over_prior(std::span<double const> scores) const {
    double logarithm = 0;
    for (Direction const& direction : directions_) {
        double along = 0;
        for (std::size_t j = 0; j < numbers_; ++j) along += direction.loading[j] * scores[j];
        double const off = (along - direction.middle) / direction.deviation;
        logarithm += (along * along - off * off) / 2 - log_of(direction.deviation);
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
