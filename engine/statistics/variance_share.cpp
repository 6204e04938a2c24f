#include "statistics/variance_share.h"

#include <algorithm>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace micropol {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

struct Table {
    double between = 0, within = 0;            // sums of squares
    double between_free = 0, within_free = 0;  // degrees of freedom
    [[nodiscard]] double f() const { return (between / between_free) / (within / within_free); }
};

Table table_of(std::span<double const> values, std::span<std::size_t const> group) {
    if (values.size() != group.size()) throw std::invalid_argument("every value needs its group");
    std::size_t const groups = group.empty() ? 0 : *std::ranges::max_element(group) + 1;
    std::vector<double> sum(groups, 0.0), count(groups, 0.0);
    double all = 0;
    for (std::size_t k = 0; k < values.size(); ++k) sum[group[k]] += values[k], count[group[k]] += 1, all += values[k];
    double const mean = all / double(values.size());
    Table table{.between_free = -1};
    for (std::size_t g = 0; g < groups; ++g) {
        if (count[g] == 0) continue;
        double const away = sum[g] / count[g] - mean;
        table.between += count[g] * away * away, table.between_free += 1;
    }
    for (std::size_t k = 0; k < values.size(); ++k) {
        double const away = values[k] - sum[group[k]] / count[group[k]];
        table.within += away * away;
    }
    table.within_free = double(values.size()) - 1 - table.between_free;
    return table;
}

bool is_telling(Table const& table) {
    return table.between_free >= 1 && table.within_free >= 1 && table.between + table.within > 0;
}

double chance_of(Table const& table) {
    if (table.within <= 0) return 0;
    return cdf(complement(boost::math::fisher_f(table.between_free, table.within_free), table.f()));
}

// P(F' <= f) with noncentrality: Severo & Zelen.
double noncentral_below(double f, Table const& table, double noncentrality) {
    double const a = table.between_free, b = table.within_free;
    double const scaled = std::cbrt(f * a / (a + noncentrality));
    double const first = 2 * (a + 2 * noncentrality) / (9 * (a + noncentrality) * (a + noncentrality)), second = 2 / (9 * b);
    return cdf(boost::math::normal(), (scaled * (1 - second) - (1 - first)) / std::sqrt(first + second * scaled * scaled));
}

// The noncentrality under which so small a share of results lies below the one that was seen; 0 if there is none.
double noncentrality_at(double share, Table const& table) {
    double const f = table.f();
    if (noncentral_below(f, table, 0) <= share) return 0;
    double low = 0, high = 1;
    while (noncentral_below(f, table, high) > share) high *= 2;
    for (int k = 0; k < 100; ++k) {
        double const middle = (low + high) / 2;
        (noncentral_below(f, table, middle) > share ? low : high) = middle;
    }
    return low;
}

}  // namespace

VarianceShare explained_by_groups(std::span<double const> values, std::span<std::size_t const> group, double confidence) {
    Table const table = table_of(values, group);
    if (!is_telling(table)) return {unknown, unknown, unknown, 1};
    VarianceShare share{1, 1, 1, chance_of(table)};
    double const noise = table.within / table.within_free, all = table.between + table.within;
    if (noise <= 1e-15 * all) return share;
    share.value = (table.between - table.between_free * noise) / all;
    double const outside = (1 - confidence) / 2, count = double(values.size());
    auto const as_share = [&](double noncentrality) { return noncentrality / (noncentrality + count); };
    share.low = as_share(noncentrality_at(1 - outside, table)), share.high = as_share(noncentrality_at(outside, table));
    return share;
}

double share_of_groups(std::span<double const> values, std::span<std::size_t const> group) {
    Table const table = table_of(values, group);
    double const all = table.between + table.within;
    return all > 0 ? table.between / all : unknown;
}

VarianceShare share_between_points(std::span<double const> values, std::size_t blocks, double confidence) {
    if (blocks == 0 || values.size() % blocks != 0) throw std::invalid_argument("every point needs the same number of blocks");
    std::vector<std::size_t> point(values.size());
    for (std::size_t k = 0; k < point.size(); ++k) point[k] = k / blocks;
    Table const table = table_of(values, point);
    if (!is_telling(table)) return {unknown, unknown, unknown, 1};
    if (table.within <= 0) return {1, 1, 1, 0};
    boost::math::fisher_f const f(table.between_free, table.within_free);
    double const outside = (1 - confidence) / 2, count = double(blocks);
    auto const as_share = [&](double ratio) { return (ratio - 1) / (ratio + count - 1); };
    return {as_share(table.f()), std::clamp(as_share(table.f() / quantile(f, 1 - outside)), 0.0, 1.0),
            std::clamp(as_share(table.f() / quantile(f, outside)), 0.0, 1.0), chance_of(table)};
}

}  // namespace micropol
