#include "statistics/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <stdexcept>

#include "base/random.h"
#include "statistics/quantile.h"

namespace micropol {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
using Answer = std::span<double const>;  // [block]

double mean_of(std::span<double const> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

// What the product of the two means owes to noise; 0 with one block.
double noise_between(Answer x, Answer y) {
    if (x.size() < 2) return 0;
    double const mean_x = mean_of(x), mean_y = mean_of(y);
    double together = 0;
    for (std::size_t b = 0; b < x.size(); ++b) together += (x[b] - mean_x) * (y[b] - mean_y);
    return together / double(x.size() - 1) / double(x.size());
}

double product(Answer x, Answer y) { return mean_of(x) * mean_of(y) - noise_between(x, y); }

// Every block around its own mean: what a block adds to all points alike is no effect of theirs.
std::vector<double> centred(std::span<double const> values, std::size_t blocks) {
    std::vector<double> result(values.begin(), values.end());
    std::size_t const points = values.size() / blocks;
    for (std::size_t b = 0; b < blocks; ++b) {
        double sum = 0;
        for (std::size_t p = 0; p < points; ++p) sum += values[p * blocks + b];
        for (std::size_t p = 0; p < points; ++p) result[p * blocks + b] -= sum / double(points);
    }
    return result;
}

// Every index and its standard error, by the linear part of a ratio of means. NaN without variance.
struct Judgement {
    double mean = 0, square = 0, noise = 0;
    std::vector<double> value, error;  // [first …, total …, second …]
    [[nodiscard]] double variance() const { return square - mean * mean; }
};

// What each row says, one column a quantity; an index is a function of the columns' means.
class Rows {
  public:
    Rows(std::span<double const> centred_values, std::size_t blocks, std::size_t dimensions, bool second_order)
        : values_(centred_values), blocks_(blocks), dimensions_(dimensions), second_order_(second_order),
          indices_(2 * dimensions + (second_order ? dimensions * (dimensions - 1) / 2 : 0)),
          rows_(values_.size() / blocks / saltelli_row(dimensions, second_order)) {
        for (std::size_t row = 0; row < rows_; ++row) append(row);
    }

    [[nodiscard]] std::size_t count() const { return rows_; }
    [[nodiscard]] std::size_t index_count() const { return indices_; }

    // weight: [row], how often each row counts; adds up to their number.
    [[nodiscard]] Judgement judge(std::span<double const> weight) const {
        std::vector<std::size_t> const counted = rows_that_count(weight);
        std::vector<double> sums(before_indices + indices_, 0.0);
        for (std::size_t const row : counted) {
            double const* const here = said(row);
            for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += weight[row] * here[k];
        }
        for (double& sum : sums) sum /= double(rows_);
        Judgement result{sums[0], sums[1], sums[2], {}, {}};
        double const variance = result.variance();
        if (!(variance > 0)) {
            result.value = result.error = std::vector<double>(indices_, unknown);
            return result;
        }
        for (std::size_t k = before_indices; k < sums.size(); ++k) result.value.push_back(sums[k] / variance);
        std::vector<double> const share = result.value;  // of the pairs: with what each of the two does alone
        take_singles_from_pairs(result.value);

        result.error.assign(indices_, 0.0);
        std::vector<double> pull(indices_);  // of one row on each index
        for (std::size_t const row : counted) {
            double const* const here = said(row);
            double const of_variance = here[1] - 2 * result.mean * here[0] + result.mean * result.mean;
            for (std::size_t k = 0; k < indices_; ++k) pull[k] = here[before_indices + k] - share[k] * of_variance;
            take_singles_from_pairs(pull);
            for (std::size_t k = 0; k < indices_; ++k) result.error[k] += weight[row] * pull[k] * pull[k];
        }
        for (double& error : result.error) error = std::sqrt(error) / (variance * double(rows_));
        return result;
    }

  private:
    static constexpr std::size_t before_indices = 3;  // value, square, noise

    // Listed once and without a branch: of a resample, the processor guesses wrong whether a row is in it.
    [[nodiscard]] std::vector<std::size_t> rows_that_count(std::span<double const> weight) const {
        std::vector<std::size_t> rows(rows_ + 1);
        std::size_t found = 0;
        for (std::size_t row = 0; row < rows_; ++row) rows[found] = row, found += weight[row] > 0 ? 1 : 0;
        rows.resize(found);
        return rows;
    }

    [[nodiscard]] double const* said(std::size_t row) const { return &said_[row * (before_indices + indices_)]; }

    void take_singles_from_pairs(std::vector<double>& values) const {
        for (std::size_t i = 0; i < dimensions_ && second_order_; ++i)
            for (std::size_t j = i + 1; j < dimensions_; ++j)
                values[2 * dimensions_ + pair_number(i, j, dimensions_)] -= values[i] + values[j];
    }

    void append(std::size_t row) {
        std::size_t const points = saltelli_row(dimensions_, second_order_);
        auto const answer = [&](std::size_t point) { return values_.subspan((row * points + point) * blocks_, blocks_); };
        Answer const a = answer(0), b = answer(1);
        auto const ab = [&](std::size_t i) { return answer(2 + i); };
        auto const ba = [&](std::size_t i) { return answer(2 + dimensions_ + i); };
        auto const halved = [&](double sum) { return second_order_ ? sum / 2 : sum; };  // where both directions are known

        double const aa = product(a, a), bb = product(b, b), across = product(a, b);
        said_.push_back((mean_of(a) + mean_of(b)) / 2);
        said_.push_back((aa + bb) / 2);
        said_.push_back((noise_between(a, a) + noise_between(b, b)) / 2);
        for (std::size_t i = 0; i < dimensions_; ++i) {
            double const back = second_order_ ? product(a, ba(i)) - across : 0;
            said_.push_back(halved(product(b, ab(i)) - across + back));
        }
        for (std::size_t i = 0; i < dimensions_; ++i) {
            double const there = aa - 2 * product(a, ab(i)) + product(ab(i), ab(i));
            double const back = second_order_ ? bb - 2 * product(b, ba(i)) + product(ba(i), ba(i)) : 0;
            said_.push_back(halved(there + back) / 2);
        }
        for (std::size_t i = 0; i < dimensions_ && second_order_; ++i)
            for (std::size_t j = i + 1; j < dimensions_; ++j)
                said_.push_back(halved(product(ba(i), ab(j)) + product(ba(j), ab(i))) - across);
    }

    std::span<double const> values_;
    std::size_t blocks_, dimensions_;
    bool second_order_;
    std::size_t indices_, rows_;
    std::vector<double> said_;  // [row][column]: value, square, noise, then what becomes an index
};

// [index][resample]: how many standard errors of its own a resample is off.
std::vector<std::vector<float>> studentised(Rows const& rows, Judgement const& found, Bootstrap const& bootstrap) {
    std::vector<std::vector<float>> result(rows.index_count());
    std::vector<double> weight(rows.count());
    for (std::size_t resample = 0; resample < bootstrap.resamples; ++resample) {
        Stream chance(bootstrap.seed, std::uint32_t(resample), purpose("sensitivity: bootstrap"));
        std::ranges::fill(weight, 0.0);
        for (std::size_t k = 0; k < rows.count(); ++k) weight[chance.below(std::uint32_t(rows.count()))] += 1;
        Judgement const again = rows.judge(weight);
        for (std::size_t k = 0; k < result.size(); ++k)
            result[k].push_back(float((again.value[k] - found.value[k]) / again.error[k]));
    }
    return result;
}

Index with_interval(double value, double error, std::vector<float>& off, SortingRoom& room, double confidence) {
    if (error == 0 && !off.empty()) return {value, value, value};  // no row says anything else
    if (off.empty() || !std::ranges::all_of(off, [](float x) { return std::isfinite(x); })) return {value, unknown, unknown};
    sort_ascending(off, room);
    // The point below which p of all possible resamples lie is number (R + 1) p of R, from 1 (Davison & Hinkley 1997, 2.4).
    auto const resamples = double(off.size());
    auto const point = [&](double p) {
        return resamples < 2 ? double(off.front())
                             : quantile(off, std::clamp(((resamples + 1) * p - 1) / (resamples - 1), 0.0, 1.0));
    };
    return {value, value - point((1 + confidence) / 2) * error, value - point((1 - confidence) / 2) * error};
}

void require_fit(std::size_t values, std::size_t blocks, std::size_t points_together) {
    if (blocks == 0 || values == 0 || values % (blocks * points_together) != 0)
        throw std::invalid_argument("sensitivity needs a value of each block at each point of the design");
}

// Which coordinate changed, and by how much.
struct Step {
    std::size_t dimension;
    double width;
};

Step step_between(Point const& from, Point const& to) {
    Step step{from.size(), 0};
    for (std::size_t d = 0; d < from.size(); ++d) {
        if (from[d] == to[d]) continue;
        if (step.dimension != from.size()) throw std::invalid_argument("a step of a trajectory changes one coordinate");
        step = {d, to[d] - from[d]};
    }
    if (step.dimension == from.size()) throw std::invalid_argument("a step of a trajectory changes one coordinate");
    return step;
}

}  // namespace

std::vector<ElementaryEffects> elementary_effects(Points const& points, std::span<double const> values, std::size_t blocks) {
    if (points.empty()) throw std::invalid_argument("elementary effects need trajectories");
    std::size_t const dimensions = points.front().size(), together = dimensions + 1;
    require_fit(values.size(), blocks, together);
    if (values.size() != points.size() * blocks) throw std::invalid_argument("elementary effects need a value of each point");
    std::vector<std::vector<double>> effects(dimensions), noise(dimensions);  // [dimension][trajectory]
    for (std::size_t p = 1; p < points.size(); ++p) {
        if (p % together == 0) continue;
        Step const step = step_between(points[p - 1], points[p]);
        std::vector<double> effect(blocks);
        for (std::size_t b = 0; b < blocks; ++b) effect[b] = (values[p * blocks + b] - values[(p - 1) * blocks + b]) / step.width;
        effects[step.dimension].push_back(mean_of(effect));
        noise[step.dimension].push_back(noise_between(effect, effect));
    }
    std::vector<ElementaryEffects> result;
    for (std::size_t d = 0; d < dimensions; ++d) {
        if (effects[d].size() != points.size() / together)
            throw std::invalid_argument("a trajectory changes each coordinate once");
        std::vector<double> sizes = effects[d];
        for (double& size : sizes) size = std::abs(size);
        ElementaryEffects& of = result.emplace_back();
        of.mu = estimate_of_blocks(effects[d]);
        of.mu_star = estimate_of_blocks(sizes);
        of.sigma = std::sqrt(std::max(0.0, of.mu.between - mean_of(noise[d])));
        of.by_chance = blocks < 2 ? unknown : std::sqrt(2 / std::numbers::pi * mean_of(noise[d]));
    }
    return result;
}

SobolIndices sobol_indices(std::span<double const> values, std::size_t blocks, std::size_t dimensions, bool second_order,
                           Bootstrap const& bootstrap) {
    if (dimensions == 0) throw std::invalid_argument("indices need a dimension");
    require_fit(values.size(), blocks, saltelli_row(dimensions, second_order));
    std::vector<double> const around_zero = centred(values, blocks);
    Rows const rows(around_zero, blocks, dimensions, second_order);
    Judgement const found = rows.judge(std::vector<double>(rows.count(), 1.0));

    SobolIndices result;
    result.variance = found.variance();
    result.noise = blocks < 2 ? unknown : found.noise;
    result.noise_share = result.noise / (std::max(0.0, result.variance) + result.noise);
    auto off = studentised(rows, found, bootstrap);
    SortingRoom room;
    for (std::size_t k = 0; k < rows.index_count(); ++k) {
        auto& kind = k < dimensions ? result.first : k < 2 * dimensions ? result.total : result.second;
        kind.push_back(with_interval(found.value[k], found.error[k], off[k], room, bootstrap.confidence));
    }
    return result;
}

}  // namespace micropol
