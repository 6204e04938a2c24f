#include "statistics/oddness.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/linear_algebra.h"
#include "statistics/cross_products.h"
#include "statistics/quantile.h"

namespace micropol {

namespace {

constexpr std::size_t most_taught = 12'000, most_pretended = 6'000;  // histories, from as many settings as possible
constexpr std::size_t like_taught = 1'500,
                      like_pretended = 1'000;  // of these, that tell much the same of the numbers as the data

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

// Positions of the nearest, by their summaries; at most a quarter of all.
std::vector<std::size_t> nearest_to(std::span<double const> summaries, auto const& all, std::size_t most) {
    std::vector<std::pair<double, std::size_t>> near;
    for (std::size_t k = 0; k < all.size(); ++k) near.push_back({distance_between(all[k].summaries, summaries), k});
    std::ranges::sort(near);
    std::vector<std::size_t> nearest;
    for (std::size_t k = 0; k < std::min(most, (all.size() + 3) / 4); ++k) nearest.push_back(near[k].second);
    return nearest;
}

// How cells go together where the summaries are about these: their means by local linear regression, and what is left around them.
class Together {
  public:
    Together(auto const& all, std::span<std::size_t const> near, std::span<double const> summaries)
        : here_(summaries.begin(), summaries.end()), cells_(Index(all.front().cells.size())) {
        auto const columns = Index(here_.size()) + 1;
        MatrixXd products = MatrixXd::Zero(columns, columns), with = MatrixXd::Zero(columns, cells_);
        for (std::size_t const k : near) {
            VectorXd const row = row_of(all[k].summaries);
            for (Index a = 0; a < columns; ++a) {
                for (Index b = 0; b < columns; ++b) products(a, b) += row(a) * row(b);
                for (Index cell = 0; cell < cells_; ++cell) with(a, cell) += row(a) * all[k].cells[std::size_t(cell)];
            }
        }
        products.diagonal().array() += 1e-6 * double(near.size());
        slopes_ = products.ldlt().solve(with);
        CrossProducts left{std::size_t(cells_)};
        for (std::size_t const k : near) left.add(left_of(all[k].summaries, all[k].cells));
        MatrixXd covariance(cells_, cells_);
        for (Index i = 0; i < cells_; ++i)
            for (Index j = 0; j < cells_; ++j) covariance(i, j) = left.covariance(std::size_t(i), std::size_t(j));
        // Few histories tell little of how many cells go together; and cells that hardly vary would make every rounding odd.
        covariance.diagonal() *= 1 + double(cells_) / double(near.size());
        covariance.diagonal().array() += 1e-3;
        inverse_ = covariance.ldlt().solve(MatrixXd::Identity(cells_, cells_));
    }
    [[nodiscard]] std::vector<double> left_of(std::vector<double> const& summaries, std::vector<double> const& cells) const {
        VectorXd const row = row_of(summaries);
        std::vector<double> left;
        for (Index cell = 0; cell < cells_; ++cell) left.push_back(cells[std::size_t(cell)] - slopes_.col(cell).dot(row));
        return left;
    }
    // What each cell is off from what the others say of it, in its standard deviations around that; and all of them together.
    [[nodiscard]] double off(std::vector<double> const& left, std::size_t* oddest = nullptr) const {
        double all = 0, most = -1;
        for (Index i = 0; i < cells_; ++i) {
            double from_others = 0;
            for (Index j = 0; j < cells_; ++j) from_others += inverse_(j, i) * left[std::size_t(j)];
            all += from_others * left[std::size_t(i)];
            double const deviations = std::abs(from_others) / std::sqrt(inverse_(i, i));
            if (deviations > most && oddest != nullptr) most = deviations, *oddest = std::size_t(i);
        }
        return all;
    }

  private:
    [[nodiscard]] VectorXd row_of(std::vector<double> const& summaries) const {
        VectorXd row(Index(here_.size()) + 1);
        row(0) = 1;
        for (std::size_t s = 0; s < here_.size(); ++s) row(Index(s) + 1) = summaries[s] - here_[s];
        return row;
    }
    std::vector<double> here_;
    Index cells_;
    MatrixXd slopes_, inverse_;
};

}  // namespace

Oddness::Oddness(SettingsPool const& pool, Division const& division, std::vector<bool> const& seen,
                 LearnedSummaries const& summaries, InParallel const& in_parallel)
    : seen_(seen), summaries_(summaries), cells_(pool, division.learn, seen) {
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
    std::vector<double> scaled(cells_.count());
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
    auto const look_at_some = [&](std::vector<Looked>& looked, std::span<std::size_t const> settings, std::size_t most) {
        auto const some = some_histories(settings, most);
        std::vector<Looked> found(some.size());
        do_tasks(in_parallel, some.size(),
                 [&](std::size_t k) { found[k] = look_at(pool.values_of(some[k].first, some[k].second)); });
        std::erase_if(found, [](Looked const& one) { return !one.complete; });
        looked = std::move(found);
    };
    look_at_some(taught_, division.learn, most_taught);
    look_at_some(pretended_, division.judge, most_pretended);
}

Oddness::Looked Oddness::look_at(std::span<float const> values) const {
    constexpr std::size_t compared = 2'000;
    Looked looked;
    looked.summaries.resize(summaries_.count()), looked.cells.resize(cells_.count());
    looked.complete = summaries_.summarise(values, looked.summaries) && cells_.scale(values, looked.cells);
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
    looked.farthest_out = -fewest;
    if (taught_.empty()) return looked;  // it is one of these itself
    std::size_t const stride = 1 + taught_.size() / compared;
    looked.nearest = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < taught_.size(); k += stride)
        looked.nearest = std::min(looked.nearest, distance_between(taught_[k].summaries, looked.summaries));
    return looked;
}

Oddness::Judgement Oddness::judge(std::span<float const> observed) const {
    Judgement judgement;
    for (std::size_t cell = 0; cell < seen_.size(); ++cell)
        if (seen_[cell] && !(observed[cell] >= lowest_[cell] && observed[cell] <= highest_[cell]))
            judgement.unreached.push_back(cell);
    Looked const data = look_at(observed);
    if (!data.complete || cells_.count() == 0 || pretended_.empty() || taught_.empty()) return judgement;
    Together const together(taught_, nearest_to(data.summaries, taught_, like_taught), data.summaries);
    std::vector<std::size_t> const like = nearest_to(data.summaries, pretended_, like_pretended);
    // Everybody's rank in each aspect, the data's among them; then the rank of whoever stands out most in any.
    std::size_t const n = like.size();
    std::vector<std::size_t> stands_out(n + 1, n + 1);
    auto const rank = [&](auto const& odd_of) {
        std::vector<double> odd;
        for (std::size_t const k : like) odd.push_back(odd_of(pretended_[k]));
        odd.push_back(odd_of(data));
        std::vector<double> ascending = odd;
        std::ranges::sort(ascending);
        for (std::size_t k = 0; k <= n; ++k) {
            auto const as_odd = std::size_t(ascending.end() - std::ranges::lower_bound(ascending, odd[k]));
            stands_out[k] = std::min(stands_out[k], as_odd);
        }
    };
    rank([](Looked const& one) { return one.farthest_out; });
    rank([](Looked const& one) { return one.nearest; });
    rank([&](Looked const& one) { return together.off(together.left_of(one.summaries, one.cells)); });
    auto const as_odd = std::ranges::count_if(stands_out, [&](std::size_t place) { return place <= stands_out[n]; });
    judgement.by_chance = double(as_odd) / double(n + 1);
    std::size_t oddest = 0;
    (void)together.off(together.left_of(data.summaries, data.cells), &oddest);
    if (cells_.count() > 0) judgement.oddest = cells_.cell(oddest);
    return judgement;
}

}  // namespace micropol
