#include "statistics/shapley.h"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <utility>

namespace micropol {

namespace {

// Of the orders of n causes, the share in which exactly `size` given ones come before another given one.
double weight_of(std::size_t size, std::size_t n) {
    double weight = 1.0 / double(n);
    for (std::size_t k = 1; k <= size; ++k) weight *= double(k) / double(n - k);  // 1 / (n · C(n − 1, size))
    return weight;
}

}  // namespace

std::vector<double> shapley_values(std::span<double const> values) {
    if (!std::has_single_bit(values.size())) throw std::invalid_argument("Shapley values need a value for every combination");
    auto const n = std::size_t(std::countr_zero(values.size()));
    std::vector<double> shares(n, 0.0);
    for (std::size_t k = 0; k < n; ++k) {
        // In order of size, so that causes that do the same add the same numbers up.
        std::vector<std::pair<double, double>> terms;  // weight, what k adds
        for (std::size_t subset = 0; subset < values.size(); ++subset)
            if ((subset >> k & 1) == 0)
                terms.emplace_back(weight_of(std::size_t(std::popcount(subset)), n),
                                   values[subset | std::size_t{1} << k] - values[subset]);
        std::ranges::sort(terms);
        for (auto const& [weight, added] : terms) shares[k] += weight * added;
    }
    return shares;
}

}  // namespace micropol
