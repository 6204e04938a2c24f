#include "calibration/known_change.h"

#include <algorithm>

#include "statistics/ridge.h"

namespace micropol::calibration {

KnownChange::KnownChange(Ground const& ground, std::vector<float> const& otherwise, std::vector<bool> const& seen) {
    for (std::size_t cell = 0; cell < seen.size(); ++cell)
        if (seen[cell]) cells_.push_back(cell);
    constexpr std::size_t histories = SimulatedSettings::histories;
    std::size_t const count = otherwise.size() / seen.size() / histories, columns = 2 * cells_.size();
    CrossProducts learn(columns + 1), judge(columns + 1);
    auto const add = [&](std::size_t setting, std::span<float const> company, double is_otherwise) {
        std::vector<double> row = features(company);
        row.push_back(is_otherwise);
        (setting % 5 == 4 ? judge : learn).add(row);
    };
    for (std::size_t k = 0; k < count; ++k)
        for (std::size_t history = 0; history < histories; ++history) {
            add(k, std::span(otherwise).subspan((k * histories + history) * seen.size(), seen.size()), 1);
            add(k, ground.table.values_of(k * ground.table.count() / count, history), 0);
        }
    weights_ = ridge(learn, judge, columns).coefficients;
    std::vector<double> scores;
    for (std::size_t k = 0; k < ground.held_out.count(); ++k)
        for (std::size_t history = 0; history < histories; ++history)
            scores.push_back(score(ground.held_out.values_of(k, history)));
    std::ranges::sort(scores);
    allowed_ = scores[scores.size() - 1 - scores.size() / 20];
}

std::vector<double> KnownChange::features(std::span<float const> company) const {
    std::vector<double> all;
    for (std::size_t const cell : cells_) all.push_back(double(company[cell]));
    for (std::size_t const cell : cells_) all.push_back(double(company[cell]) * double(company[cell]));
    return all;
}

double KnownChange::score(std::span<float const> company) const {
    std::vector<double> const row = features(company);
    double sum = 0;
    for (std::size_t k = 0; k < row.size(); ++k) sum += weights_[k] * row[k];
    return sum;
}

bool KnownChange::notices(std::span<float const> company) const { return score(company) > allowed_; }

}  // namespace micropol::calibration
