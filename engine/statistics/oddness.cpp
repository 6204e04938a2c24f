#include "statistics/oddness.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/scalar_math.h"

namespace micropol {

namespace {

constexpr std::size_t most_taught = 8'000, fewest_taught = 500,
                      most_pretended = 3'000;      // histories, from as many settings as possible
constexpr std::size_t most_residuals = 8'000'000;  // numbers that are kept of those that teach
constexpr std::size_t resembling = 400, nearest = 10;

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

double distance_between(std::span<double const> some, std::span<double const> others) {
    double distance = 0;
    for (std::size_t s = 0; s < some.size(); ++s) distance += (some[s] - others[s]) * (some[s] - others[s]);
    return distance;
}

using Distances = std::vector<std::pair<double, std::size_t>>;

// The first so many, in order; at most a quarter of all.
void keep_nearest(Distances& distances, std::size_t most) {
    std::size_t const count = std::min(most, (distances.size() + 3) / 4);
    std::ranges::nth_element(distances, distances.begin() + std::ptrdiff_t(std::min(count, distances.size() - 1)));
    distances.resize(count);
    std::ranges::sort(distances);
}

double mean_of_nearest(Distances const& distances) {
    double sum = 0;
    std::size_t const count = std::min(nearest, distances.size());
    for (std::size_t k = 0; k < count; ++k) sum += distances[k].first / double(count);
    return sum;
}

}  // namespace

Oddness::Oddness(SettingsPool const& pool, Division const& division, std::vector<bool> const& seen,
                 LearnedSummaries const& summaries, CellPatterns const& patterns, InParallel const& in_parallel)
    : seen_(seen), summaries_(summaries), cells_(pool, division.learn, seen, OfShares::folded_roots),
      variates_(pool, division.learn, cells_, in_parallel), patterns_(pool, division.learn, cells_, patterns, in_parallel) {
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
    if (cells_.count() == 0) return;
    auto const teachers = some_histories(division.learn,
                                         std::clamp(most_residuals / patterns_.count(), fewest_taught, most_taught));
    std::vector<Taught> taught(teachers.size());
    do_tasks(in_parallel, teachers.size(), [&](std::size_t k) {
        auto const values = pool.values_of(teachers[k].first, teachers[k].second);
        std::vector<double> scaled(cells_.count()), of_summaries(summaries_.count());
        if (!cells_.scale(values, scaled) || !summaries_.summarise(values, of_summaries)) return;
        taught[k] = {std::move(of_summaries), variates_.of(scaled), patterns_.of(scaled)};
    });
    std::erase_if(taught, [](Taught const& one) { return one.residuals.empty(); });
    taught_ = std::move(taught);
    if (taught_.empty()) return;
    auto const pretenders = some_histories(division.judge, most_pretended);
    std::vector<Looked> looked(pretenders.size());
    do_tasks(in_parallel, pretenders.size(), [&](std::size_t k) {
        looked[k] = look_at(pool.values_of(pretenders[k].first, pretenders[k].second));
        looked[k].setting = pretenders[k].first;
    });
    std::erase_if(looked, [](Looked const& one) { return !one.complete; });
    pretended_ = std::move(looked);
    all_odd_.resize(pretended_.size());
    do_tasks(in_parallel, pretended_.size(),
             [&](std::size_t k) { all_odd_[k] = seldom(pretended_[k], pretended_[k].setting).together; });
    std::ranges::sort(all_odd_);
}

Oddness::Looked Oddness::look_at(std::span<float const> values) const {
    Looked looked;
    std::vector<double> scaled(cells_.count()), summaries(summaries_.count());
    looked.complete = cells_.scale(values, scaled) && summaries_.summarise(values, summaries);
    if (!looked.complete) return looked;
    looked.variates = variates_.of(scaled);
    Distances distances;
    distances.reserve(taught_.size());
    for (std::size_t k = 0; k < taught_.size(); ++k) distances.push_back({distance_between(taught_[k].summaries, summaries), k});
    keep_nearest(distances, nearest);
    looked.odd[far_in_summaries] = mean_of_nearest(distances);
    distances.clear();
    for (std::size_t k = 0; k < taught_.size(); ++k)
        distances.push_back({distance_between(taught_[k].variates, looked.variates), k});
    keep_nearest(distances, resembling);
    looked.odd[far_in_variates] = mean_of_nearest(distances);
    // The spread of what is left open differs much between settings: nothing varies where nobody uses it.
    std::vector<float> const residuals = patterns_.of(scaled);
    std::vector<double> sum(residuals.size(), 0.0), squares(residuals.size(), 0.0);
    for (auto const& [distance, k] : distances)
        for (std::size_t pattern = 0; pattern < residuals.size(); ++pattern) {
            auto const residual = double(taught_[k].residuals[pattern]);
            sum[pattern] += residual, squares[pattern] += residual * residual;
        }
    auto const count = double(distances.size());
    for (std::size_t pattern = 0; pattern < residuals.size(); ++pattern) {
        constexpr double no_rounding = 0.01;
        double const mean = sum[pattern] / count, variance = std::max(0.0, squares[pattern] / count - mean * mean);
        double const deviations = (double(residuals[pattern]) - mean) / std::sqrt(variance + no_rounding);
        if (std::abs(deviations) > std::abs(looked.deviations)) looked.deviations = deviations, looked.pattern = pattern;
    }
    looked.odd[off_pattern] = std::abs(looked.deviations);
    return looked;
}

Oddness::Seldom Oddness::seldom(Looked const& one, std::optional<std::size_t> setting) const {
    Distances distances;
    for (std::size_t k = 0; k < pretended_.size(); ++k)
        if (pretended_[k].setting != setting) distances.push_back({distance_between(pretended_[k].variates, one.variates), k});
    Seldom seldom;
    if (distances.empty()) return seldom;
    keep_nearest(distances, resembling);
    for (std::size_t aspect = 0; aspect < aspects; ++aspect) {
        std::size_t as_odd = 0;
        for (auto const& [distance, k] : distances) as_odd += pretended_[k].odd[aspect] >= one.odd[aspect] ? 1 : 0;
        seldom.of[aspect] = double(1 + as_odd) / double(1 + distances.size());
        double const surprise = log_of(seldom.of[aspect]);
        seldom.together += surprise * surprise;
    }
    return seldom;
}

Oddness::Judgement Oddness::judge(std::span<float const> observed) const {
    Judgement judgement;
    for (std::size_t cell = 0; cell < seen_.size(); ++cell)
        if (seen_[cell] && !(observed[cell] >= lowest_[cell] && observed[cell] <= highest_[cell]))
            judgement.unreached.push_back(cell);
    if (pretended_.empty()) return judgement;
    Looked const data = look_at(observed);
    if (!data.complete) return judgement;
    Seldom const how = seldom(data, {});
    auto const as_odd = all_odd_.end() - std::ranges::lower_bound(all_odd_, how.together);
    judgement.by_chance = double(1 + as_odd) / double(1 + all_odd_.size());
    judgement.pattern = patterns_.cells(data.pattern);
    judgement.deviations = data.deviations, judgement.pattern_by_chance = how.of[off_pattern];
    return judgement;
}

}  // namespace micropol
