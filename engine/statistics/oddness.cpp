#include "statistics/oddness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "statistics/quantile.h"

#define EIGEN_DONT_VECTORIZE  // the same bytes on every processor
#include <Eigen/Cholesky>

namespace micropol {

namespace {

constexpr std::size_t most_pretended = 4'000, most_told = 2'000;  // histories, from as many settings as possible
constexpr std::size_t of_kind = 1'000;  // histories like the data, among which it is judged how odd they are

// At most so many histories, evenly from all settings.
std::vector<std::pair<std::size_t, std::size_t>> some_histories(std::span<std::size_t const> settings, std::size_t most) {
    std::vector<std::pair<std::size_t, std::size_t>> some;
    std::size_t const all = settings.size() * SettingsPool::histories, count = std::min(most, all);
    for (std::size_t k = 0; k < count; ++k) {
        std::size_t const one = k * all / count;
        some.push_back({settings[one / SettingsPool::histories], one % SettingsPool::histories});
    }
    return some;
}

}  // namespace

Oddness::Oddness(SettingsPool const& pool, Division const& division, std::vector<bool> const& seen,
                 LearnedSummaries const& summaries, InParallel const& in_parallel)
    : seen_(seen), summaries_(summaries), cells_(pool, division.learn, seen) {
    std::size_t const cells = cells_.count();
    CrossProducts const together = products_of(
        pool, division.learn, cells,
        [&](std::size_t, std::span<float const> values, std::span<double> row) { return cells_.scale(values, row); },
        in_parallel);
    Eigen::MatrixXd covariance(cells, cells);
    for (std::size_t i = 0; i < cells; ++i) {
        means_.push_back(together.mean(i));
        for (std::size_t j = 0; j < cells; ++j) covariance(Eigen::Index(i), Eigen::Index(j)) = together.covariance(i, j);
    }
    // Cells of which one is all but the sum of others would make every rounding odd.
    covariance.diagonal().array() += 1e-4;
    Eigen::MatrixXd const inverse = covariance.ldlt().solve(Eigen::MatrixXd::Identity(Eigen::Index(cells), Eigen::Index(cells)));
    for (std::size_t i = 0; i < cells; ++i)
        for (std::size_t j = 0; j < cells; ++j) inverse_.push_back(inverse(Eigen::Index(i), Eigen::Index(j)));

    SortingRoom room;
    std::vector<float> values;
    constexpr float far = std::numeric_limits<float>::infinity();
    lowest_.assign(pool.cells(), far), highest_.assign(pool.cells(), -far);
    for (std::size_t setting = 0; setting < pool.count(); ++setting)
        for (std::size_t history = 0; history < SettingsPool::histories; ++history) {
            auto const here = pool.values_of(setting, history);
            for (std::size_t cell = 0; cell < here.size(); ++cell)
                if (here[cell] < lowest_[cell]) lowest_[cell] = here[cell];
            for (std::size_t cell = 0; cell < here.size(); ++cell)
                if (here[cell] > highest_[cell]) highest_[cell] = here[cell];
        }
    std::vector<std::size_t> complete;
    std::vector<double> scaled(cells);
    for (std::size_t const setting : division.learn)
        if (cells_.scale(pool.values_of(setting, 0), scaled)) complete.push_back(setting);
    samples_ = complete.size();
    for (std::size_t cell = 0; cell < pool.cells(); ++cell) {
        if (!seen[cell]) continue;
        values.clear();
        for (std::size_t const setting : complete) values.push_back(pool.values_of(setting, 0)[cell]);
        sort_ascending(values, room);
        ascending_.insert(ascending_.end(), values.begin(), values.end());
    }
    std::vector<double> told(summaries.count());
    for (auto const& [setting, history] : some_histories(division.learn, most_told))
        if (summaries.summarise(pool.values_of(setting, history), told)) told_.insert(told_.end(), told.begin(), told.end());
    auto const pretended = some_histories(division.judge, most_pretended);
    pretended_.resize(pretended.size());
    do_tasks(in_parallel, pretended.size(),
             [&](std::size_t k) { pretended_[k] = look_at(pool.values_of(pretended[k].first, pretended[k].second)); });
    std::erase_if(pretended_, [](Looked const& looked) { return !looked.complete; });
}

Oddness::Looked Oddness::look_at(std::span<float const> values) const {
    Looked looked;
    looked.summaries.resize(summaries_.count());
    std::vector<double> scaled(cells_.count());
    looked.complete = summaries_.summarise(values, looked.summaries) && cells_.scale(values, scaled);
    if (!looked.complete) return looked;
    std::size_t row = 0;
    double fewest = double(samples_);
    for (std::size_t cell = 0; cell < seen_.size(); ++cell) {
        if (!seen_[cell]) continue;
        auto const sample = std::span(ascending_).subspan(row++ * samples_, samples_);
        auto const above = double(sample.end() - std::ranges::lower_bound(sample, values[cell]));
        auto const below = double(std::ranges::upper_bound(sample, values[cell]) - sample.begin());
        fewest = std::min({fewest, above, below});
    }
    looked.odd[0] = -fewest;
    for (std::size_t i = 0; i < scaled.size(); ++i) scaled[i] -= means_[i];
    for (std::size_t i = 0; i < scaled.size(); ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < scaled.size(); ++j) sum += inverse_[i * scaled.size() + j] * scaled[j];
        looked.odd[1] += scaled[i] * sum;
    }
    double nearest = std::numeric_limits<double>::infinity();
    std::size_t const count = summaries_.count();
    for (std::size_t k = 0; count > 0 && k < told_.size() / count; ++k) {
        double distance = 0;
        for (std::size_t s = 0; s < count; ++s) {
            double const off = told_[k * count + s] - looked.summaries[s];
            distance += off * off;
        }
        nearest = std::min(nearest, distance);
    }
    looked.odd[2] = count > 0 ? nearest : 0;
    return looked;
}

Oddness::Judgement Oddness::judge(std::span<float const> observed) const {
    Judgement judgement;
    for (std::size_t cell = 0; cell < seen_.size(); ++cell)
        if (seen_[cell] && !(observed[cell] >= lowest_[cell] && observed[cell] <= highest_[cell]))
            judgement.unreached.push_back(cell);
    Looked const data = look_at(observed);
    if (!data.complete || pretended_.empty()) return judgement;
    // Those that tell much the same of the numbers: how much chance there is differs among settings.
    std::vector<std::pair<double, std::size_t>> like;
    for (std::size_t k = 0; k < pretended_.size(); ++k) {
        double distance = 0;
        for (std::size_t s = 0; s < data.summaries.size(); ++s) {
            double const off = pretended_[k].summaries[s] - data.summaries[s];
            distance += off * off;
        }
        like.push_back({distance, k});
    }
    std::ranges::sort(like);
    like.resize(std::min(like.size(), of_kind));
    // Everybody's rank in each aspect, the data's among them; then the rank of whoever stands out most in any.
    std::size_t const n = like.size();
    std::vector<std::size_t> stands_out(n + 1, n + 1);
    for (std::size_t aspect = 0; aspect < aspects; ++aspect) {
        std::vector<double> odd;
        for (auto const& [distance, k] : like) odd.push_back(pretended_[k].odd[aspect]);
        odd.push_back(data.odd[aspect]);
        std::vector<double> ascending = odd;
        std::ranges::sort(ascending);
        for (std::size_t k = 0; k <= n; ++k) {
            auto const as_odd = std::size_t(ascending.end() - std::ranges::lower_bound(ascending, odd[k]));
            stands_out[k] = std::min(stands_out[k], as_odd);
        }
    }
    auto const as_odd = std::ranges::count_if(stands_out, [&](std::size_t rank) { return rank <= stands_out[n]; });
    judgement.by_chance = double(as_odd) / double(n + 1);

    std::vector<double> scaled(cells_.count());
    (void)cells_.scale(observed, scaled);
    double most = -1;
    for (std::size_t i = 0; i < scaled.size(); ++i) {
        double off = 0;  // from what the other cells say of it, in its standard deviations around that
        for (std::size_t j = 0; j < scaled.size(); ++j) off += inverse_[i * scaled.size() + j] * (scaled[j] - means_[j]);
        off = std::abs(off) / std::sqrt(inverse_[i * scaled.size() + i]);
        if (off > most) most = off, judgement.oddest = cells_.cell(i);
    }
    return judgement;
}

}  // namespace micropol
