#include "statistics/power_index.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace micropol {

namespace {

void require_committee(std::span<std::uint32_t const> weights, std::uint32_t quota) {
    if (weights.empty()) throw std::invalid_argument("a committee needs at least one member");
    auto const sum = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
    if (quota == 0 || quota > sum) throw std::invalid_argument("the quota must lie between 1 and the sum of the weights");
}

// [weight below the quota]: chance that a coalition's weight lets a member of this weight turn it from losing to winning.
double pivotal(std::span<double const> chance, std::uint32_t weight) {
    std::size_t const first = weight >= chance.size() ? 0 : chance.size() - weight;
    return std::accumulate(chance.begin() + std::ptrdiff_t(first), chance.end(), 0.0);
}

// chance[size][weight]: of the coalitions of that size among the members other than i, the share with that weight. Adding
// the k-th member: s of k members hold it with chance s / k. Shares instead of counts neither overflow nor cancel.
double shapley_shubik_of(std::size_t i, std::span<std::uint32_t const> weights, std::uint32_t quota) {
    std::size_t const members = weights.size();
    std::vector<std::vector<double>> chance(members, std::vector<double>(quota, 0.0));
    chance[0][0] = 1;
    std::size_t known = 0;
    for (std::size_t j = 0; j < members; ++j) {
        if (j == i) continue;
        ++known;
        for (std::size_t size = known + 1; size-- > 0;) {
            double const in = double(size) / double(known);
            for (std::size_t weight = quota; weight-- > 0;) {
                double const without = size < known ? (1 - in) * chance[size][weight] : 0;
                bool const fits = size > 0 && weight >= weights[j];
                chance[size][weight] = without + (fits ? in * chance[size - 1][weight - weights[j]] : 0);
            }
        }
    }
    double sum = 0;
    for (auto const& of_size : chance) sum += pivotal(of_size, weights[i]);
    return sum / double(members);
}

// chance[weight]: share of all coalitions among the members other than i.
double swings_of(std::size_t i, std::span<std::uint32_t const> weights, std::uint32_t quota) {
    std::vector<double> chance(quota, 0.0);
    chance[0] = 1;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        if (j == i) continue;
        for (std::size_t weight = quota; weight-- > 0;)
            chance[weight] = (chance[weight] + (weight >= weights[j] ? chance[weight - weights[j]] : 0)) / 2;
    }
    return pivotal(chance, weights[i]);
}

}  // namespace

std::vector<double> shapley_shubik(std::span<std::uint32_t const> weights, std::uint32_t quota) {
    require_committee(weights, quota);
    std::vector<double> index(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) index[i] = shapley_shubik_of(i, weights, quota);
    return index;
}

std::vector<double> banzhaf(std::span<std::uint32_t const> weights, std::uint32_t quota) {
    require_committee(weights, quota);
    std::vector<double> index(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) index[i] = swings_of(i, weights, quota);
    double const sum = std::accumulate(index.begin(), index.end(), 0.0);
    for (double& share : index) share /= sum;
    return index;
}

}  // namespace micropol
