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
#include "statistics/spline_smoother.h"

namespace micropol {

namespace {

constexpr std::size_t fewest_observations = 16;

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

// The largest of so many maxima is passed by chance in one of 40 samples.
constexpr std::uint32_t shuffles = 39;

// The rows of ahead in random orders.
std::vector<MatrixXd> shuffled(MatrixXd const& ahead) {
    std::vector<MatrixXd> all;
    std::vector<Index> order(std::size_t(ahead.rows()));
    for (std::uint32_t k = 0; k < shuffles; ++k) {
        Stream chance(0, k, purpose("value of information: shuffle"));
        std::iota(order.begin(), order.end(), Index(0));
        for (std::size_t left = order.size(); left > 1; --left)
            std::swap(order[left - 1], order[chance.below(std::uint32_t(left))]);
        all.emplace_back(ahead(order, Eigen::all));
    }
    return all;
}

// Of each observation: which choice the rule takes that all others teach, and what it gains.
struct HeldOut {
    std::vector<std::size_t> choices;
    Sample gains;
};
HeldOut held_out_by(SplineSmoother::Fit const& fit, MatrixXd const& ahead) {
    HeldOut found;
    for (Index i = 0; i < ahead.rows(); ++i) {
        Index choice = 0;
        fit.left_out.row(i).maxCoeff(&choice);
        found.choices.push_back(std::size_t(choice)), found.gains.push_back(ahead(i, choice));
    }
    return found;
}

}  // namespace

// What does not depend on what would be known.
struct ValueOfKnowing::Implementation {
    std::size_t size, best;
    MatrixXd ahead;
    std::vector<MatrixXd> ahead_by_chance;
    std::vector<VectorXd> resamples;
    std::vector<std::size_t> rivals;

    [[nodiscard]] bool can_tell(std::span<Sample const> known) const {
        for (Sample const& one : known)
            if (one.size() != size) throw std::invalid_argument("samples of a choice have one length, at least 16");
        return ahead.cols() > 1 && !known.empty();
    }
    [[nodiscard]] InformationValue worth(SplineSmoother const& smoother) const;
};

ValueOfKnowing::ValueOfKnowing(std::span<Sample const> benefits) {
    check(benefits, {});
    std::size_t const best = best_on_average(benefits);
    MatrixXd const ahead = ahead_of(benefits, best);
    implementation_ = std::make_unique<Implementation>(Implementation{
        .size = benefits.front().size(),
        .best = best,
        .ahead = ahead,
        .ahead_by_chance = shuffled(ahead),
        .resamples = resamples_of(ahead.rows()),
        .rivals = perhaps_best(benefits, best),
    });
}
ValueOfKnowing::~ValueOfKnowing() = default;

InformationValue ValueOfKnowing::Implementation::worth(SplineSmoother const& smoother) const {
    SplineSmoother::Fit const fit = smoother.fit(ahead);
    HeldOut const held_out = held_out_by(fit, ahead);
    auto const changes = std::ranges::count_if(held_out.choices, [&](std::size_t choice) { return choice != best; });
    VectorXd const once = VectorXd::Ones(ahead.rows());
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
    Gain const below = gain_of(held_out.gains);
    return {.value = std::max(0.0, promised - too_much),
            .held_out = std::max(0.0, below.mean),
            .promised = promised,
            .low = std::max(0.0, below.mean - below.margin),
            .high = high,
            .choice_changes = double(changes) / double(size)};
}

InformationValue ValueOfKnowing::operator()(std::span<Sample const> known) const {
    if (!implementation_->can_tell(known)) return {};
    return implementation_->worth(SplineSmoother(known));
}

OneOfMany ValueOfKnowing::among_many(std::span<Sample const> known) const {
    if (!implementation_->can_tell(known)) return {};
    SplineSmoother const smoother(known);
    OneOfMany one{.worth = implementation_->worth(smoother), .by_chance = {}};
    for (MatrixXd const& ahead : implementation_->ahead_by_chance)
        one.by_chance.push_back(mean_of(held_out_by(smoother.fit(ahead), ahead).gains));
    return one;
}

void bound_together(std::span<OneOfMany> matters) {
    Sample most(shuffles, -std::numeric_limits<double>::infinity());
    for (OneOfMany const& one : matters)
        for (std::size_t k = 0; k < one.by_chance.size(); ++k) most[k] = std::max(most[k], one.by_chance[k]);
    double const by_chance = std::ranges::max(most);
    for (OneOfMany& one : matters) one.worth.low = std::clamp(one.worth.held_out - by_chance, 0.0, one.worth.low);
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
    double const left = (y - SplineSmoother(known).fit(y).left_out).squaredNorm();
    // Leaving one out costs the constant a little, too: without anything known the share is 0, not below.
    double const n = double(values.size());
    return std::clamp(1 - left / (total * n * n / ((n - 1) * (n - 1))), 0.0, 1.0);
}

}  // namespace micropol
