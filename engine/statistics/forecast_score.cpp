#include "statistics/forecast_score.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace micropol {

double crps(std::span<double const> ensemble, double happened) {
    if (ensemble.size() < 2) throw std::invalid_argument("an ensemble has two values at least");
    std::vector<double> ascending(ensemble.begin(), ensemble.end());
    std::ranges::sort(ascending);
    // Mean distance from what happened, less half the mean distance of two different members.
    double const n = double(ascending.size());
    double away = 0, apart = 0;
    for (std::size_t k = 0; k < ascending.size(); ++k) {
        away += std::abs(ascending[k] - happened);
        apart += (2 * double(k) + 1 - n) * ascending[k];
    }
    return away / n - apart / (n * (n - 1));
}

bool covered(std::span<double const> ensemble, double happened, double share) {
    if (ensemble.empty()) throw std::invalid_argument("an ensemble has a value at least");
    std::vector<double> ascending(ensemble.begin(), ensemble.end());
    std::ranges::sort(ascending);
    auto const point = [&](double part) {
        double const position = part * double(ascending.size() - 1);
        auto const below = std::size_t(position);
        double const next = ascending[std::min(below + 1, ascending.size() - 1)];
        return ascending[below] + (position - double(below)) * (next - ascending[below]);
    };
    return point((1 - share) / 2) <= happened && happened <= point((1 + share) / 2);
}

Estimate skill(std::span<double const> scores, std::span<double const> of_other) {
    if (scores.size() != of_other.size() || scores.empty())
        throw std::invalid_argument("skill compares the scores of the same companies");
    double other = 0;
    for (double const score : of_other) other += score;
    other /= double(of_other.size());
    if (!(other > 0)) throw std::invalid_argument("a forecast that never errs cannot be beaten");
    std::vector<double> better;
    for (std::size_t k = 0; k < scores.size(); ++k) better.push_back((of_other[k] - scores[k]) / other);
    return estimate_of_blocks(better);
}

}  // namespace micropol
