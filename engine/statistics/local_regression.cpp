#include "statistics/local_regression.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/linear_algebra.h"
#include "base/scalar_math.h"

namespace micropol {

namespace {

struct Near {
    double distance;  // squared
    std::size_t row;
};

// How many settings count in effect where rows up to this squared distance count. near: in the order of rows.
double effective_at(std::span<Near const> near, std::span<double const> importance, std::size_t rows_of_setting, double reach) {
    double sum = 0, squares = 0, of_setting = 0;
    std::size_t setting = 0;
    auto const finish = [&] { sum += of_setting, squares += of_setting * of_setting, of_setting = 0; };
    for (Near const& one : near) {
        if (one.distance >= reach) continue;
        if (std::size_t const its = one.row / rows_of_setting; its != setting) finish(), setting = its;
        of_setting += importance[setting] * (1 - one.distance / reach);
    }
    finish();
    return squares > 0 ? sum * sum / squares : 0;
}

}  // namespace

Neighbours neighbours_of(std::span<double const> summaries, std::span<double const> observed, std::span<double const> matters,
                         std::span<double const> importance, std::size_t rows_of_setting, double effective_wanted, double most) {
    std::size_t const count = observed.size(), rows = importance.size() * rows_of_setting;
    std::vector<Near> near;
    near.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (!(importance[row / rows_of_setting] > 0)) continue;
        double distance = 0;
        for (std::size_t k = 0; k < count; ++k) {
            double const off = summaries[row * count + k] - observed[k];
            distance += matters[k] * off * off;
        }
        if (std::isfinite(distance)) near.push_back({distance, row});
    }
    // Halving the interval in which the smallest reach that is enough lies.
    double low = 0, high = 0;
    for (Near const& one : near) high = std::max(high, one.distance);
    high = std::min(high * 1.0001 + 1e-12, most * most);
    for (int step = 0; step < 40 && high - low > 1e-6 * high; ++step) {
        double const between = (low + high) / 2;
        if (effective_at(near, importance, rows_of_setting, between) >= effective_wanted) {
            high = between;
            std::erase_if(near, [&](Near const& one) { return one.distance >= high; });
        } else {
            low = between;
        }
    }
    Neighbours found;
    found.tolerance = std::sqrt(high), found.effective = effective_at(near, importance, rows_of_setting, high);
    double sum = 0;
    for (Near const& one : near) {
        if (one.distance >= high) continue;
        found.row.push_back(one.row);
        found.weight.push_back(importance[one.row / rows_of_setting] * (1 - one.distance / high));
        sum += found.weight.back();
        for (std::size_t k = 0; k < count; ++k) found.difference.push_back(summaries[one.row * count + k] - observed[k]);
    }
    for (double& weight : found.weight) weight /= sum;
    return found;
}

LocalRegression::LocalRegression(Neighbours const& neighbours)
    : neighbours_(neighbours), columns_(1 + (neighbours.row.empty() ? 0 : neighbours.difference.size() / neighbours.row.size())) {
    auto const size = Index(columns_);
    MatrixXd products = MatrixXd::Zero(size, size);
    std::vector<double> row(columns_, 1.0);
    for (std::size_t i = 0; i < neighbours_.row.size(); ++i) {
        for (std::size_t k = 1; k < columns_; ++k) row[k] = neighbours_.difference[i * (columns_ - 1) + k - 1];
        for (std::size_t a = 0; a < columns_; ++a)
            for (std::size_t b = 0; b < columns_; ++b) products(Index(a), Index(b)) += neighbours_.weight[i] * row[a] * row[b];
    }
    // Where few are near, a slope is held back a little.
    for (Index k = 1; k < size; ++k) products(k, k) += 1e-9 + products(k, k) / std::max(1.0, neighbours_.effective);
    MatrixXd const inverse = products.ldlt().solve(MatrixXd::Identity(size, size));
    for (Index a = 0; a < size; ++a)
        for (Index b = 0; b < size; ++b) inverse_.push_back(inverse(a, b));
    lost_ = std::min(0.5, double(columns_) / std::max(1.0, neighbours_.effective));
}

std::vector<double> LocalRegression::coefficients_of(std::span<double const> target) const {
    std::vector<double> with(columns_, 0.0), coefficients(columns_, 0.0);
    for (std::size_t i = 0; i < target.size(); ++i) {
        double const weighed = neighbours_.weight[i] * target[i];
        with[0] += weighed;
        for (std::size_t k = 1; k < columns_; ++k) with[k] += weighed * neighbours_.difference[i * (columns_ - 1) + k - 1];
    }
    for (std::size_t a = 0; a < columns_; ++a)
        for (std::size_t b = 0; b < columns_; ++b) coefficients[a] += inverse_[a * columns_ + b] * with[b];
    return coefficients;
}

double LocalRegression::fitted(std::span<double const> coefficients, std::size_t neighbour) const {
    double sum = coefficients[0];
    for (std::size_t k = 1; k < columns_; ++k)
        sum += coefficients[k] * neighbours_.difference[neighbour * (columns_ - 1) + k - 1];
    return sum;
}

std::vector<double> LocalRegression::adjusted(std::span<double const> target) const {
    constexpr double nothing_left = 1e-12;
    std::vector<double> const middle = coefficients_of(target);
    std::vector<double> left(target.size()), spread(target.size());
    double variance = 0;
    for (std::size_t i = 0; i < target.size(); ++i) {
        left[i] = target[i] - fitted(middle, i);
        variance += neighbours_.weight[i] * left[i] * left[i];
    }
    // Of what is very small against the rest only that it is small counts: its logarithm would pull everything.
    double const floor = variance * 1e-3 + nothing_left;
    for (std::size_t i = 0; i < target.size(); ++i) spread[i] = log_of(left[i] * left[i] + floor);
    std::vector<double> const of_spread = coefficients_of(spread);
    constexpr double most = 1.0;  // logarithm of the ratio of standard deviations
    double const enlarged = 1 / std::sqrt(1 - lost_);
    for (std::size_t i = 0; i < target.size(); ++i) {
        double const ratio = std::clamp((of_spread[0] - fitted(of_spread, i)) / 2, -most, most);
        spread[i] = middle[0] + left[i] * enlarged * exp_of(ratio);
    }
    return spread;
}

std::vector<std::size_t> taken_in_proportion(std::span<double const> weights, std::size_t count, double start) {
    std::vector<std::size_t> taken;
    double const sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    double up_to = 0;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        up_to += weights[k];
        while (taken.size() < count && (double(taken.size()) + start) / double(count) * sum < up_to) taken.push_back(k);
    }
    while (taken.size() < count && !weights.empty()) taken.push_back(weights.size() - 1);
    return taken;
}

}  // namespace micropol
