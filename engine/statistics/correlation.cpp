#include "statistics/correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "base/scalar_math.h"
#include "statistics/quantile.h"

namespace micropol {

namespace {

double hyperbolic_tangent(double z) {
    double const e = exp_of(-2 * std::abs(z));
    return std::copysign((1 - e) / (1 + e), z);
}

}  // namespace

double pearson(std::span<double const> a, std::span<double const> b) {
    if (a.size() != b.size() || a.empty()) throw std::invalid_argument("a correlation needs pairs");
    auto const count = double(a.size());
    double const mean_a = std::accumulate(a.begin(), a.end(), 0.0) / count,
                 mean_b = std::accumulate(b.begin(), b.end(), 0.0) / count;
    double together = 0, spread_a = 0, spread_b = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        together += (a[k] - mean_a) * (b[k] - mean_b);
        spread_a += (a[k] - mean_a) * (a[k] - mean_a);
        spread_b += (b[k] - mean_b) * (b[k] - mean_b);
    }
    if (spread_a == 0 || spread_b == 0) return std::numeric_limits<double>::quiet_NaN();
    return std::clamp(together / std::sqrt(spread_a * spread_b), -1.0, 1.0);
}

std::vector<double> ranks(std::span<double const> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return values[k]; });
    std::vector<double> rank(values.size());
    for (std::size_t first = 0, past = 0; first < order.size(); first = past) {
        past = first + 1;
        while (past < order.size() && values[order[past]] == values[order[first]]) ++past;
        for (std::size_t k = first; k < past; ++k) rank[order[k]] = double(first + 1 + past) / 2;
    }
    return rank;
}

Correlation spearman(std::span<double const> a, std::span<double const> b, double confidence) {
    if (a.size() != b.size() || a.empty()) throw std::invalid_argument("a rank correlation needs pairs");
    Correlation result{pearson(ranks(a), ranks(b))};
    double const r = result.value;
    if (a.size() < 4 || std::isnan(r)) {
        result.low = result.high = std::numeric_limits<double>::quiet_NaN();
    } else if (std::abs(r) >= 1) {
        result.low = result.high = r;
    } else {
        double const z = log_of((1 + r) / (1 - r)) / 2;
        double const half = normal_quantile((1 + confidence) / 2) * std::sqrt((1 + r * r / 2) / double(a.size() - 3));
        result.low = hyperbolic_tangent(z - half), result.high = hyperbolic_tangent(z + half);
    }
    return result;
}

}  // namespace micropol
