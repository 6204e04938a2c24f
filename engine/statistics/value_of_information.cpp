#include "statistics/value_of_information.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <stdexcept>

#include "base/linear_algebra.h"
#include "base/random.h"
#include "statistics/quantile.h"

namespace micropol {

namespace {

constexpr std::size_t fewest_observations = 16;

// Ranks in (0, 1); equal values share theirs.
std::vector<double> ranks_of(Sample const& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return values[k]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t past = first;
        while (past < order.size() && values[order[past]] == values[order[first]]) ++past;
        for (std::size_t k = first; k < past; ++k) ranks[order[k]] = double(first + past) / 2 / double(values.size());
        first = past;
    }
    return ranks;
}

// Columns of a natural cubic spline (linear beyond the outer knots), without the constant: as many as knots less one.
void add_spline(std::vector<VectorXd>& columns, Sample const& values, std::span<double const> knots) {
    std::vector<double> const ranks = ranks_of(values);
    auto const cube = [](double x) { return x > 0 ? x * x * x : 0.0; };
    double const last = knots.back(), before = knots[knots.size() - 2];
    auto const n = Index(ranks.size());
    VectorXd line(n);
    for (Index i = 0; i < n; ++i) line(i) = ranks[std::size_t(i)];
    columns.push_back(line);
    for (std::size_t k = 0; k + 2 < knots.size(); ++k) {
        VectorXd bend(n);
        for (Index i = 0; i < n; ++i) {
            double const x = line(i);
            bend(i) = cube(x - knots[k]) - cube(x - before) * (last - knots[k]) / (last - before) +
                      cube(x - last) * (before - knots[k]) / (last - before);
        }
        columns.push_back(bend);
    }
}

// Additive splines of what is known, in orthonormal directions: the constant, then those that tell most.
class Smoother {
  public:
    explicit Smoother(std::span<Sample const> known) : single_(known.size() == 1) {
        constexpr double five[] = {0.05, 0.275, 0.5, 0.725, 0.95}, three[] = {0.1, 0.5, 0.9};
        std::vector<VectorXd> columns;
        for (Sample const& values : known) single_ ? add_spline(columns, values, five) : add_spline(columns, values, three);
        auto const n = Index(known.front().size());
        std::vector<VectorXd> telling;
        for (VectorXd& column : columns) {
            column.array() -= column.mean();
            double const length = column.norm();
            if (length > 1e-9) telling.push_back(column / length);
        }
        MatrixXd design(n, Index(telling.size()));
        for (std::size_t k = 0; k < telling.size(); ++k) design.col(Index(k)) = telling[k];
        Index kept = 0;
        Eigen::SelfAdjointEigenSolver<MatrixXd> solver;
        if (!telling.empty()) {
            solver.compute(design.transpose() * design);
            double const least = 1e-9 * solver.eigenvalues().maxCoeff();
            auto const telling_ones = Index((solver.eigenvalues().array() > least).count());
            kept = std::min({telling_ones, n / 4, most_directions});
        }
        directions_.resize(n, kept + 1);
        stiffness_ = VectorXd::Zero(kept + 1);
        directions_.col(0).setConstant(1 / std::sqrt(double(n)));
        for (Index k = 0; k < kept; ++k) {
            Index const from = solver.eigenvalues().size() - 1 - k;  // the largest is the last
            double const weight = solver.eigenvalues()(from);
            directions_.col(k + 1) = design * solver.eigenvectors().col(from) / std::sqrt(weight);
            stiffness_(k + 1) = 1 / weight;
        }
    }

    struct Fit {
        MatrixXd fitted, left_out;  // [observation, column of y]: by all observations; by all others
        double penalty = 0;
    };
    [[nodiscard]] Fit fit(MatrixXd const& y) const {
        if (single_) return fit(y, 0);
        Fit best;
        double least = std::numeric_limits<double>::infinity();
        for (int step = -4; step <= 4; ++step) {
            Fit candidate = fit(y, std::pow(10.0, step));
            double const error = (y - candidate.left_out).squaredNorm();
            if (error < least) least = error, best = std::move(candidate);
        }
        return best;
    }

    // By observations that weigh so much each.
    [[nodiscard]] MatrixXd refit(MatrixXd const& y, VectorXd const& weights, double penalty) const {
        MatrixXd const weighed = weights.asDiagonal() * directions_;
        MatrixXd normal = directions_.transpose() * weighed;
        // A resample may lack what a direction tells apart.
        normal.diagonal().array() += penalty * stiffness_.array() + 1e-9;
        return directions_ * normal.ldlt().solve(weighed.transpose() * y);
    }

  private:
    static constexpr Index most_directions = 20;

    [[nodiscard]] Fit fit(MatrixXd const& y, double penalty) const {
        VectorXd const shrinkage = 1 / (1 + penalty * stiffness_.array());
        Fit fit{
            .fitted = directions_ * (shrinkage.asDiagonal() * (directions_.transpose() * y)), .left_out = {}, .penalty = penalty};
        VectorXd const leverage = directions_.array().square().matrix() * shrinkage;
        VectorXd const spread = 1 / (1 - leverage.array()).max(1e-6);
        fit.left_out = y - spread.asDiagonal() * (y - fit.fitted);
        return fit;
    }

    bool single_ = false;
    MatrixXd directions_;
    VectorXd stiffness_;  // how strongly a penalty holds each direction; 0: the constant is free
};

double mean_of(Sample const& values) { return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size()); }

void check(std::span<Sample const> some, std::span<Sample const> others) {
    std::size_t const size = some.empty() ? 0 : some.front().size();
    auto const fits = [&](Sample const& one) { return one.size() == size; };
    if (some.empty() || size < fewest_observations || !std::ranges::all_of(some, fits) || !std::ranges::all_of(others, fits))
        throw std::invalid_argument("samples of a choice have one length, at least 16");
}

// Of the gains in each observation, their mean and how far it may be off.
struct Gain {
    double mean = 0, margin = 0;
};
Gain gain_of(Sample const& gains) {
    double const mean = mean_of(gains);
    double squares = 0;
    for (double const gain : gains) squares += (gain - mean) * (gain - mean);
    double const n = double(gains.size());
    return {mean, student_quantile(0.95, gains.size() - 1) * std::sqrt(squares / (n - 1) / n)};
}

std::size_t best_on_average(std::span<Sample const> benefits) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < benefits.size(); ++k)
        if (mean_of(benefits[k]) > mean_of(benefits[best])) best = k;
    return best;
}

// [observation, choice] how much more each choice brings than that one.
MatrixXd ahead_of(std::span<Sample const> benefits, std::size_t reference) {
    MatrixXd ahead(Index(benefits.front().size()), Index(benefits.size()));
    for (std::size_t k = 0; k < benefits.size(); ++k)
        for (std::size_t i = 0; i < benefits.front().size(); ++i)
            ahead(Index(i), Index(k)) = benefits[k][i] - benefits[reference][i];
    return ahead;
}

// What choosing the highest in each observation would bring over one choice; over the one that is highest on average.
double promise_over(MatrixXd const& expected, VectorXd const& highest, VectorXd const& weights, Index choice) {
    return weights.dot(highest - expected.col(choice)) / weights.sum();
}
double promise(MatrixXd const& expected, VectorXd const& highest, VectorXd const& weights) {
    Index best = 0;
    (weights.transpose() * expected).maxCoeff(&best);
    return promise_over(expected, highest, weights, best);
}

// Those that chance alone may have kept from being best on average.
std::vector<std::size_t> perhaps_best(std::span<Sample const> benefits, std::size_t best) {
    std::vector<std::size_t> rivals;
    for (std::size_t k = 0; k < benefits.size(); ++k) {
        Sample behind(benefits[k].size());
        for (std::size_t i = 0; i < behind.size(); ++i) behind[i] = benefits[best][i] - benefits[k][i];
        Gain const gap = gain_of(behind);
        if (gap.mean <= gap.margin) rivals.push_back(k);
    }
    return rivals;
}

// How often each observation is drawn, with replacement.
std::vector<VectorXd> resamples_of(Index size) {
    constexpr std::uint32_t count = 200;
    std::vector<VectorXd> resamples;
    for (std::uint32_t k = 0; k < count; ++k) {
        Stream chance(0, k, purpose("value of information: resample"));
        VectorXd weights = VectorXd::Zero(size);
        for (Index i = 0; i < size; ++i) weights(Index(chance.below(std::uint32_t(size)))) += 1;
        resamples.push_back(std::move(weights));
    }
    return resamples;
}

}  // namespace

// What does not depend on what would be known.
struct ValueOfKnowing::Implementation {
    std::size_t size, best;
    MatrixXd ahead;
    std::vector<VectorXd> resamples;
    std::vector<std::size_t> rivals;
};

ValueOfKnowing::ValueOfKnowing(std::span<Sample const> benefits) {
    check(benefits, {});
    std::size_t const best = best_on_average(benefits);
    implementation_ = std::make_unique<Implementation>(Implementation{benefits.front().size(), best, ahead_of(benefits, best),
                                                                      resamples_of(Index(benefits.front().size())),
                                                                      perhaps_best(benefits, best)});
}
ValueOfKnowing::~ValueOfKnowing() = default;

InformationValue ValueOfKnowing::operator()(std::span<Sample const> known) const {
    auto const& [observations, best, ahead, resamples, rivals] = *implementation_;
    for (Sample const& one : known)
        if (one.size() != observations) throw std::invalid_argument("samples of a choice have one length, at least 16");
    if (ahead.cols() == 1 || known.empty()) return {};
    Smoother const smoother(known);
    Smoother::Fit const fit = smoother.fit(ahead);
    auto const size = ahead.rows();
    Sample held_out(std::size_t(size), 0.0);
    std::size_t changes = 0;
    for (Index i = 0; i < size; ++i) {
        Index choice = 0;
        fit.left_out.row(i).maxCoeff(&choice);
        held_out[std::size_t(i)] = ahead(i, choice);
        changes += std::size_t(choice) != best;
    }
    VectorXd const once = VectorXd::Ones(size);
    double const promised = promise(fit.fitted, fit.fitted.rowwise().maxCoeff(), once);
    Sample resampled;
    std::vector<Sample> over(rivals.size());
    for (VectorXd const& weights : resamples) {
        MatrixXd const expected = smoother.refit(ahead, weights, fit.penalty);
        VectorXd const highest = expected.rowwise().maxCoeff();
        resampled.push_back(promise(expected, highest, weights));
        for (std::size_t k = 0; k < rivals.size(); ++k)
            over[k].push_back(promise_over(expected, highest, weights, Index(rivals[k])));
    }
    double const too_much = mean_of(resampled) - promised;
    double high = promised;
    for (Sample& one : over) {
        std::ranges::sort(one);
        high = std::max(high, one[one.size() * 95 / 100]);
    }
    Gain const below = gain_of(held_out);
    return {.value = std::max(0.0, promised - too_much),
            .held_out = std::max(0.0, below.mean),
            .promised = promised,
            .low = std::max(0.0, below.mean - below.margin),
            .high = high,
            .choice_changes = double(changes) / double(size)};
}

InformationValue value_of_knowing(std::span<Sample const> benefits, std::span<Sample const> known) {
    return ValueOfKnowing(benefits)(known);
}

InformationValue value_of_knowing_all(std::span<Sample const> first, std::span<Sample const> second) {
    check(first, second);
    if (first.size() != second.size()) throw std::invalid_argument("both halves have the same choices");
    std::size_t const size = first.front().size();
    std::vector<Sample> means = {first.begin(), first.end()};
    for (std::size_t k = 0; k < means.size(); ++k)
        for (std::size_t i = 0; i < size; ++i) means[k][i] = (first[k][i] + second[k][i]) / 2;
    std::size_t const best = best_on_average(means);
    auto const chosen_by = [](std::span<Sample const> half, std::size_t i) {
        std::size_t choice = 0;
        for (std::size_t k = 1; k < half.size(); ++k)
            if (half[k][i] > half[choice][i]) choice = k;
        return choice;
    };
    Sample held_out(size), promised(size);
    std::size_t changes = 0;
    for (std::size_t i = 0; i < size; ++i) {
        std::size_t const by_first = chosen_by(first, i), by_second = chosen_by(second, i), by_both = chosen_by(means, i);
        held_out[i] = (second[by_first][i] + first[by_second][i]) / 2 - means[best][i];
        promised[i] = means[by_both][i] - means[best][i];
        changes += by_both != best;
    }
    Gain const below = gain_of(held_out), above = gain_of(promised);
    return {.value = (below.mean + above.mean) / 2,
            .held_out = std::max(0.0, below.mean),
            .promised = std::max(0.0, above.mean),
            .low = std::max(0.0, below.mean - below.margin),
            .high = std::max(0.0, above.mean + above.margin),
            .choice_changes = double(changes) / double(size)};
}

double explained_share(Sample const& values, std::span<Sample const> known) {
    check(std::span(&values, 1), known);
    double const mean = mean_of(values);
    double total = 0;
    for (double const value : values) total += (value - mean) * (value - mean);
    if (known.empty() || !(total > 0)) return 0;
    MatrixXd const y = Eigen::Map<VectorXd const>(values.data(), Index(values.size()));
    double const left = (y - Smoother(known).fit(y).left_out).squaredNorm();
    // Leaving one out costs the constant a little, too: without anything known the share is 0, not below.
    double const n = double(values.size());
    return std::clamp(1 - left / (total * n * n / ((n - 1) * (n - 1))), 0.0, 1.0);
}

}  // namespace micropol
