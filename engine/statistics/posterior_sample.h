#pragma once
// From everything that was simulated and one set of data to a sample of what is possible.

#include <span>
#include <vector>

#include "statistics/calibration.h"
#include "statistics/cell_forecast.h"
#include "statistics/local_regression.h"
#include "statistics/posterior_checks.h"

namespace micropol {

// Histories of the pool in the combinations of cells in which they are compared.
class SummarisedHistories {
  public:
    [[nodiscard]] std::span<double const> rows() const { return rows_; }
    // Of all settings that the pool has and this has not yet. summaries: always the same.
    template <class Summaries>
    void add(SettingsPool const& pool, Summaries const& summaries, InParallel const& in_parallel);

  private:
    std::size_t settings_ = 0;
    std::vector<double> rows_;  // [(setting * histories + history) * count + summary], not a number where a cell is missing
};

// importance: [setting] of the pool. data: [cell].
[[nodiscard]] Neighbours near_data(LearnedSummaries const& summaries, SummarisedHistories const& simulated,
                                   std::span<double const> importance, std::vector<float> const& data, double most_tolerance);

[[nodiscard]] AdjustedScores adjusted_scores(SettingsPool const& pool, Neighbours const& neighbours, std::uint64_t seed);

// Fills where, produced, effective, learned, pairs and directions.
struct SampleOf {
    SettingsPool const& pool;
    std::vector<bool> const& seen;
    std::span<double const> told;
    CellForecast const& forecast;
    SummarisedHistories const& forecasts;
    std::span<double const> importance;
    std::vector<float> const& data;
};
[[nodiscard]] Posterior sample(SampleOf const& of, Neighbours const& neighbours, CalibrationPlan const& plan);

template <class Summaries>
void SummarisedHistories::add(SettingsPool const& pool, Summaries const& summaries, InParallel const& in_parallel) {
    constexpr std::size_t histories = SettingsPool::histories;
    std::size_t const count = summaries.count(), first = settings_;
    settings_ = pool.count();
    rows_.resize(settings_ * histories * count);
    do_tasks(in_parallel, settings_ - first, [&](std::size_t k) {
        for (std::size_t history = 0; history < histories; ++history) {
            auto const row = std::span(rows_).subspan(((first + k) * histories + history) * count, count);
            if (!summaries.summarise(pool.values_of(first + k, history), row))
                for (double& value : row) value = std::numeric_limits<double>::quiet_NaN();
        }
    });
}

}  // namespace micropol
