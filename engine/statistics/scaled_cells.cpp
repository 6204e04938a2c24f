#include "statistics/scaled_cells.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "statistics/quantile.h"

namespace micropol {

namespace {
constexpr double farthest = 5;      // spreads from the middle
constexpr std::size_t pieces = 16;  // of the sums, added in this order by however many threads

double folded_root(double share) {
    double const x = std::clamp(share, 0.0, 1.0);
    return std::sqrt(x) - std::sqrt(1 - x);
}
}  // namespace

ScaledCells::ScaledCells(SettingsPool const& pool, std::span<std::size_t const> settings, std::vector<bool> const& wanted,
                         OfShares of_shares) {
    if (wanted.size() != pool.cells()) throw std::invalid_argument("of every cell is said whether it is observed");
    SortingRoom room;
    std::vector<float> values;
    for (std::size_t cell = 0; cell < wanted.size(); ++cell) {
        if (!wanted[cell]) continue;
        wanted_.push_back(cell);
        values.clear();
        for (std::size_t const setting : settings)
            for (std::size_t const history : {std::size_t(0), SettingsPool::histories / 2})
                if (float const value = pool.values_of(setting, history)[cell]; std::isfinite(value)) values.push_back(value);
        if (values.empty()) continue;
        sort_ascending(values, room);
        bool const folded = of_shares == OfShares::folded_roots && values.front() >= 0 && values.back() <= 1;
        for (float& value : values)
            if (folded) value = float(folded_root(double(value)));
        // Where more than four fifths are the same, the outermost say how far it goes.
        constexpr double of_tenths = 2.5631031310892007;  // from the first to the last tenth of a standard normal
        double const tenths = (quantile(values, 0.9) - quantile(values, 0.1)) / of_tenths;
        double const spread = tenths > 0 ? tenths : (double(values.back()) - double(values.front())) / 4;
        if (spread > 0) scales_.push_back({cell, quantile(values, 0.5), spread, folded});
    }
}

double ScaledCells::scaled(std::size_t k, double value) const {
    if (scales_[k].folded) value = folded_root(value);
    return std::clamp((value - scales_[k].middle) / scales_[k].spread, -farthest, farthest);
}

bool ScaledCells::scale(std::span<float const> values, std::span<double> out) const {
    for (std::size_t const cell : wanted_)
        if (!std::isfinite(values[cell])) return false;
    for (std::size_t k = 0; k < count(); ++k) out[k] = scaled(k, double(values[scales_[k].cell]));
    return true;
}

void do_tasks(InParallel const& in_parallel, std::size_t tasks, std::function<void(std::size_t)> const& task) {
    if (in_parallel) return in_parallel(tasks, task);
    for (std::size_t k = 0; k < tasks; ++k) task(k);
}

CrossProducts products_of(SettingsPool const& pool, std::span<std::size_t const> settings, std::size_t columns,
                          FillRow const& fill, InParallel const& in_parallel) {
    std::vector<CrossProducts> parts(pieces, CrossProducts(columns));
    do_tasks(in_parallel, pieces, [&](std::size_t piece) {
        std::vector<double> rows, row(columns);
        std::size_t const past = settings.size() * (piece + 1) / pieces;
        for (std::size_t k = settings.size() * piece / pieces; k < past; ++k) {
            rows.clear();
            for (std::size_t history = 0; history < SettingsPool::histories; ++history)
                if (fill(settings[k], pool.values_of(settings[k], history), row)) rows.insert(rows.end(), row.begin(), row.end());
            parts[piece].add(rows);
        }
    });
    CrossProducts sum(columns);
    for (CrossProducts const& part : parts) sum.add(part);
    return sum;
}

}  // namespace micropol
