#include "statistics/posterior_sample.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "statistics/normal_score.h"

namespace micropol {

namespace {

constexpr std::size_t histories = SettingsPool::histories;
constexpr double effective_wanted = 400;  // settings
constexpr std::uint32_t phantoms = 199;   // enough to tell how seldom numbers that do nothing move far

// At most a quarter of what there is, so that near means near.
double settings_wanted(std::span<double const> importance) {
    double sum = 0, squares = 0;
    for (double const one : importance) sum += one, squares += one * one;
    return std::min(effective_wanted, squares > 0 ? sum * sum / squares / 4 : 0);
}

// Of cells that were not observed: what happened in histories in which the observed cells foretold the same.
void forecast_cells(SampleOf const& of, CalibrationPlan const& plan, Posterior& posterior) {
    std::vector<double> observed(of.forecast.count());
    (void)of.forecast.summarise(of.data, observed);
    std::vector<double> const matters(observed.size(), 1.0);
    Neighbours const near = neighbours_of(of.forecasts.rows(), observed, matters, of.importance, histories,
                                          settings_wanted(of.importance));
    if (near.row.empty()) return;
    Stream chance(plan.seed, 0, purpose("calibration: forecast"));
    std::vector<std::size_t> const taken = taken_in_proportion(near.weight, plan.particles, chance.uniform());
    LocalRegression const regression(near);
    std::size_t const cells = of.pool.cells();
    std::vector<std::size_t> others;
    for (std::size_t cell = 0; cell < cells; ++cell)
        if (!of.seen[cell]) others.push_back(cell);
    do_tasks(plan.in_parallel, others.size(), [&](std::size_t which) {
        std::size_t const cell = others[which];
        std::vector<double> values;
        double low = std::numeric_limits<double>::infinity(), high = -low;
        for (std::size_t const row : near.row) {
            values.push_back(double(of.pool.values_of(row / histories, row % histories)[cell]));
            low = std::min(low, values.back()), high = std::max(high, values.back());
        }
        // Where some have no such cell, nobody is moved.
        if (std::ranges::all_of(values, [](double value) { return std::isfinite(value); })) {
            values = regression.adjusted(values);
            for (double& value : values) value = std::clamp(value, low, high);
        }
        for (std::size_t k = 0; k < taken.size(); ++k) posterior.produced[k * cells + cell] = float(values[taken[k]]);
    });
}

}  // namespace

Neighbours near_data(LearnedSummaries const& summaries, SummarisedHistories const& simulated, std::span<double const> importance,
                     std::vector<float> const& data, double most_tolerance) {
    std::vector<double> observed(summaries.count());
    (void)summaries.summarise(data, observed);
    return neighbours_of(simulated.rows(), observed, summaries.informative(), importance, histories, settings_wanted(importance),
                         most_tolerance);
}

AdjustedScores adjusted_scores(SettingsPool const& pool, Neighbours const& neighbours, std::uint64_t seed) {
    LocalRegression const regression(neighbours);
    AdjustedScores scores;
    std::vector<double> target(neighbours.row.size());
    for (std::size_t j = 0; j < pool.numbers(); ++j) {
        for (std::size_t i = 0; i < target.size(); ++i) target[i] = pool.scores_of(neighbours.row[i] / histories)[j];
        scores.numbers.push_back(regression.adjusted(target));
    }
    for (std::uint32_t phantom = 0; phantom < phantoms; ++phantom) {
        std::size_t setting = pool.count();
        double score = 0;
        for (std::size_t i = 0; i < target.size(); ++i) {
            if (std::size_t const its = neighbours.row[i] / histories; its != setting) {
                setting = its;
                Stream chance(seed + phantom, std::uint32_t(setting), purpose("calibration: a number that does nothing"));
                score = chance.normal();
            }
            target[i] = score;
        }
        scores.phantoms.push_back(regression.adjusted(target));
    }
    return scores;
}

Posterior sample(SampleOf const& of, Neighbours const& neighbours, CalibrationPlan const& plan) {
    Posterior posterior;
    posterior.numbers = of.pool.numbers(), posterior.cells = of.pool.cells();
    AdjustedScores const scores = adjusted_scores(of.pool, neighbours, plan.seed);
    posterior.effective = neighbours.effective;
    posterior.learned = numbers_learned(scores, neighbours.weight, of.told);
    posterior.pairs = pairs_learned(scores, neighbours.weight);
    posterior.directions = directions_learned(scores, neighbours.weight, neighbours.effective);

    Stream chance(plan.seed, 0, purpose("calibration: particles"));
    std::vector<std::size_t> const taken = taken_in_proportion(neighbours.weight, plan.particles, chance.uniform());
    posterior.produced.assign(taken.size() * posterior.cells, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t k = 0; k < taken.size(); ++k) {
        for (auto const& number : scores.numbers) posterior.where.push_back(share_below(number[taken[k]]));
        auto const other = of.pool.values_of(neighbours.row[taken[k]] / histories, chance.below(histories));
        std::ranges::copy(other, posterior.produced.begin() + std::ptrdiff_t(k * posterior.cells));
    }
    if (std::ranges::any_of(of.seen, [](bool is) { return !is; })) forecast_cells(of, plan, posterior);
    return posterior;
}

}  // namespace micropol
