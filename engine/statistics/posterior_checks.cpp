#include "statistics/posterior_checks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/linear_algebra.h"
#include "statistics/normal_score.h"
#include "statistics/quantile.h"

namespace micropol {

namespace {

// Places in the prior, ascending, with their weights.
struct Ascending {
    std::vector<double> place, weight;

    Ascending(std::span<double const> scores, std::span<double const> weights) {
        std::vector<std::size_t> order(scores.size());
        std::iota(order.begin(), order.end(), 0u);
        std::ranges::stable_sort(order, {}, [&](std::size_t k) { return scores[k]; });
        for (std::size_t const k : order) place.push_back(share_below(scores[k])), weight.push_back(weights[k]);
    }
    [[nodiscard]] double point(double share) const {
        double below = 0;
        for (std::size_t k = 0; k < place.size(); ++k)
            if ((below += weight[k]) >= share) return place[k];
        return place.back();
    }
    // How far the distribution lies from the prior, which is uniform: Cramér's and von Mises' distance.
    [[nodiscard]] double from_prior() const {
        double below = 0, sum = 0;
        for (std::size_t k = 0; k < place.size(); ++k) {
            double const off = below + weight[k] / 2 - place[k];
            sum += weight[k] * off * off;
            below += weight[k];
        }
        return sum;
    }
};

MatrixXd covariance_of(AdjustedScores const& scores, std::span<double const> weights) {
    std::size_t const numbers = scores.numbers.size();
    std::vector<double> middle(numbers, 0.0);
    for (std::size_t j = 0; j < numbers; ++j)
        for (std::size_t i = 0; i < weights.size(); ++i) middle[j] += weights[i] * scores.numbers[j][i];
    MatrixXd covariance(numbers, numbers);
    for (std::size_t j = 0; j < numbers; ++j)
        for (std::size_t k = 0; k <= j; ++k) {
            double sum = 0;
            for (std::size_t i = 0; i < weights.size(); ++i)
                sum += weights[i] * (scores.numbers[j][i] - middle[j]) * (scores.numbers[k][i] - middle[k]);
            covariance(Index(j), Index(k)) = covariance(Index(k), Index(j)) = sum;
        }
    return covariance;
}

}  // namespace

ChanceOfFar::ChanceOfFar(std::vector<double> by_chance) : ascending_(std::move(by_chance)) {
    std::ranges::sort(ascending_);
    std::size_t const first = ascending_.size() * 9 / 10, count = ascending_.size() - first;
    threshold_ = ascending_[first - 1], beyond_ = double(count) / double(ascending_.size());
    double const mean = std::accumulate(ascending_.begin() + std::ptrdiff_t(first), ascending_.end(), 0.0) / double(count);
    mean_excess_ = (mean - threshold_) * (1 + 1 / std::sqrt(double(count)));
}

double ChanceOfFar::operator()(double off) const {
    if (off > threshold_ && mean_excess_ > 0) return beyond_ * std::exp(-(off - threshold_) / mean_excess_);
    auto const as_far = ascending_.end() - std::ranges::lower_bound(ascending_, off);
    return double(1 + as_far) / double(ascending_.size() + 1);
}

std::vector<bool> far_beyond_chance(std::span<double const> by_chance) {
    constexpr double false_among_called = 0.1;
    std::vector<double> ascending(by_chance.begin(), by_chance.end());
    std::ranges::sort(ascending);
    double limit = -1;
    for (std::size_t k = 0; k < ascending.size(); ++k)
        if (ascending[k] <= false_among_called * double(k + 1) / double(ascending.size())) limit = ascending[k];
    std::vector<bool> far;
    far.reserve(by_chance.size());
    for (double const one : by_chance) far.push_back(one <= limit);
    return far;
}

// The least deviation in n draws falls below 1 - sqrt(numbers / n) - t with a probability of at most exp(-n t^2 / 2).
double least_variance_by_chance(std::size_t numbers, double effective) {
    constexpr double twice_log_of_20 = 5.9914645471079817;
    double const n = std::max(1.0, effective);
    double const deviation = std::max(0.0, 1 - std::sqrt(double(numbers) / n) - std::sqrt(twice_log_of_20 / n));
    return deviation * deviation;
}

std::vector<NumberLearned> numbers_learned(AdjustedScores const& scores, std::span<double const> weights,
                                           std::span<double const> told) {
    constexpr double of_prior = 0.8;
    std::vector<double> distances, by_chance;
    for (auto const& phantom : scores.phantoms) distances.push_back(Ascending(phantom, weights).from_prior());
    ChanceOfFar const chance_of(std::move(distances));
    std::vector<NumberLearned> learned;
    for (std::size_t j = 0; j < scores.numbers.size(); ++j) {
        Ascending const ascending(scores.numbers[j], weights);
        NumberLearned& one = learned.emplace_back();
        one.low = ascending.point(0.1), one.middle = ascending.point(0.5), one.high = ascending.point(0.9);
        one.width = (one.high - one.low) / of_prior;
        one.told = told[j];
        one.by_chance = chance_of(ascending.from_prior());
        by_chance.push_back(one.by_chance);
    }
    std::vector<bool> const moved = far_beyond_chance(by_chance);
    for (std::size_t j = 0; j < learned.size(); ++j) learned[j].moved = moved[j];
    return learned;
}

std::vector<PairLearned> pairs_learned(AdjustedScores const& scores, std::span<double const> weights) {
    constexpr double not_told_apart = 0.7;
    MatrixXd const covariance = covariance_of(scores, weights);
    std::vector<PairLearned> pairs;
    for (Index j = 0; j < covariance.rows(); ++j)
        for (Index k = j + 1; k < covariance.rows(); ++k) {
            double const spread = std::sqrt(covariance(j, j) * covariance(k, k));
            double const correlation = spread > 0 ? covariance(j, k) / spread : 0;
            if (std::abs(correlation) > not_told_apart) pairs.push_back({std::size_t(j), std::size_t(k), correlation});
        }
    std::ranges::stable_sort(pairs, std::ranges::greater(), [](PairLearned const& pair) { return std::abs(pair.correlation); });
    return pairs;
}

std::vector<DirectionLearned> directions_learned(AdjustedScores const& scores, std::span<double const> weights,
                                                 double effective) {
    Eigen::SelfAdjointEigenSolver<MatrixXd> const solver(covariance_of(scores, weights));
    double const by_chance = least_variance_by_chance(scores.numbers.size(), effective);
    std::vector<DirectionLearned> directions;
    for (Index d = 0; d < solver.eigenvalues().size(); ++d) {
        DirectionLearned& direction = directions.emplace_back();
        direction.variance_left = std::max(0.0, solver.eigenvalues()(d));
        direction.identified = direction.variance_left < by_chance;
        for (Index j = 0; j < solver.eigenvalues().size(); ++j) direction.loading.push_back(solver.eigenvectors()(j, d));
    }
    return directions;
}

std::vector<CellProduced> cells_produced(std::span<float const> produced, Observed const& observed,
                                         std::vector<std::size_t> const& unreached) {
    std::size_t const cells = observed.size();
    std::vector<CellProduced> check(cells);
    std::vector<float> values;
    SortingRoom room;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (!std::isfinite(observed[cell])) continue;
        values.clear();
        double as_low = 0, as_high = 0;
        for (std::size_t k = cell; k < produced.size(); k += cells)
            if (std::isfinite(produced[k])) {
                values.push_back(produced[k]);
                as_low += float(observed[cell]) >= produced[k] ? 1 : 0, as_high += float(observed[cell]) <= produced[k] ? 1 : 0;
            }
        CellProduced& of_cell = check[cell];
        of_cell.reached = !std::ranges::binary_search(unreached, cell);
        if (values.empty()) continue;
        sort_ascending(values, room);
        of_cell.low = quantile(values, 0.05), of_cell.middle = quantile(values, 0.5), of_cell.high = quantile(values, 0.95);
        of_cell.by_chance = std::min(1.0, 2 * (1 + std::min(as_low, as_high)) / double(1 + values.size()));
    }
    return check;
}

}  // namespace micropol
