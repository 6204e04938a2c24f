#include "statistics/history_matching.h"

#include <algorithm>
#include <cmath>

#include "base/linear_algebra.h"
#include "base/random.h"
#include "statistics/cross_products.h"

namespace micropol {

namespace {

constexpr std::size_t histories = SettingsPool::histories;
// F. Pukelsheim (1994), The American Statistician 48: 95 % of any distribution with one peak lie within three deviations.
constexpr double implausible = 3;

struct Average {
    double mean = 0, within = 0;  // variance of one history around it
    std::size_t histories = 0;
};
Average average_of(std::span<double const> summaries, std::size_t setting, std::size_t count, std::size_t k) {
    Average average;
    double squares = 0;
    for (std::size_t history = 0; history < histories; ++history) {
        double const value = summaries[(setting * histories + history) * count + k];
        if (!std::isfinite(value)) continue;
        ++average.histories, average.mean += value, squares += value * value;
    }
    double const n = double(average.histories);
    if (n > 0) average.mean /= n;
    if (n > 1) average.within = std::max(0.0, squares - n * average.mean * average.mean) / (n - 1);
    return average;
}

}  // namespace

std::size_t Emulator::term_count() const {
    std::size_t const linear = 1 + numbers_;
    if (terms_ == Terms::linear) return linear;
    return linear + numbers_ + (terms_ == Terms::products ? numbers_ * (numbers_ - 1) / 2 : 0);
}

void Emulator::fill_terms(std::span<double const> scores, std::span<double> terms) const {
    std::size_t next = 0;
    terms[next++] = 1;
    for (double const score : scores) terms[next++] = score;
    if (terms_ == Terms::linear) return;
    for (double const score : scores) terms[next++] = score * score - 1;
    if (terms_ == Terms::squares) return;
    for (std::size_t i = 0; i < numbers_; ++i)
        for (std::size_t j = i + 1; j < numbers_; ++j) terms[next++] = scores[i] * scores[j];
}

Emulator::Emulator(SettingsPool const& pool, std::span<std::size_t const> settings, std::span<double const> summaries,
                   std::span<double const> observed, std::span<double const> granted)
    : numbers_(pool.numbers()), count_(observed.size()), observed_(observed.begin(), observed.end()) {
    constexpr std::size_t settings_for_a_term = 5;
    for (Terms const richer : {Terms::squares, Terms::products}) {
        Terms const before = terms_;
        terms_ = richer;
        if (term_count() * settings_for_a_term > settings.size()) {
            terms_ = before;
            break;
        }
    }
    std::size_t const terms = term_count();
    CrossProducts products(terms + count_);
    std::vector<double> within(count_, 0.0), row(terms + count_);
    for (std::size_t const setting : settings) {
        fill_terms(pool.scores_of(setting), row);
        bool complete = true;
        for (std::size_t k = 0; k < count_; ++k) {
            Average const average = average_of(summaries, setting, count_, k);
            complete = complete && average.histories == histories;
            row[terms + k] = average.mean;
            if (complete) within[k] += average.within;
        }
        if (complete) products.add(row);
    }
    // Around the means; the first term is the constant.
    auto const size = Index(terms - 1);
    MatrixXd normal(size, size), with(size, Index(count_));
    for (Index i = 0; i < size; ++i) {
        for (Index j = 0; j < size; ++j) normal(i, j) = products.covariance(std::size_t(i) + 1, std::size_t(j) + 1);
        for (std::size_t k = 0; k < count_; ++k) with(i, Index(k)) = products.covariance(std::size_t(i) + 1, terms + k);
    }
    normal.diagonal().array() += 1e-6;
    MatrixXd const solved = normal.ldlt().solve(with);
    double const n = products.rows();
    for (std::size_t k = 0; k < count_; ++k) {
        auto const column = Index(k);
        double constant = products.mean(terms + k);
        for (Index i = 0; i < size; ++i) constant -= solved(i, column) * products.mean(std::size_t(i) + 1);
        coefficients_.push_back(constant);
        for (Index i = 0; i < size; ++i) coefficients_.push_back(solved(i, column));
        double const left = products.covariance(terms + k, terms + k) - solved.col(column).dot(with.col(column));
        double const error = std::max(0.0, left) * n / std::max(1.0, n - double(terms));
        deviation_.push_back(std::sqrt(error + within[k] / std::max(1.0, n) + granted[k] * granted[k]));
    }
}

double Emulator::implausibility(std::span<double const> scores) const {
    std::vector<double> terms(term_count());
    fill_terms(scores, terms);
    double most = 0;
    for (std::size_t k = 0; k < count_; ++k) {
        double const* const coefficients = &coefficients_[k * terms.size()];
        double foretold = 0;
        for (std::size_t t = 0; t < terms.size(); ++t) foretold += coefficients[t] * terms[t];
        most = std::max(most, std::abs(observed_[k] - foretold) / deviation_[k]);
    }
    return most;
}

bool SpaceLeft::holds(std::span<double const> scores, std::size_t matches) const {
    return std::ranges::all_of(emulators_.begin(), emulators_.begin() + std::ptrdiff_t(matches),
                               [&](Emulator const& emulator) { return emulator.implausibility(scores) <= implausible; });
}

// Twenty steps that leave the prior as it is, and do not go where it is ruled out.
std::vector<double> SpaceLeft::walk(std::span<double const> from, std::uint32_t number, std::uint32_t purpose) const {
    constexpr int steps = 20;
    constexpr double kept = 0.9, moved = 0.43588989435406736;  // their squares add up to 1
    Stream chance(seed_ + emulators_.size(), number, purpose);
    std::vector<double> here(from.begin(), from.end()), there(numbers_);
    for (int step = 0; step < steps; ++step) {
        for (std::size_t j = 0; j < numbers_; ++j) there[j] = kept * here[j] + moved * chance.normal();
        if (holds(there, matches())) here = there;
    }
    return here;
}

bool SpaceLeft::narrow(Emulator emulator) {
    constexpr std::uint32_t points = 4'000;
    std::vector<double> before, after;
    for (std::uint32_t k = 0; k < points; ++k) {
        if (emulators_.empty()) {
            Stream chance(seed_, k, purpose("history matching: prior"));
            for (std::size_t j = 0; j < numbers_; ++j) before.push_back(chance.normal());
        } else {
            std::size_t const known = points_.size() / numbers_;
            auto const from = std::span(points_).subspan(k % known * numbers_, numbers_);
            std::vector<double> const here = walk(from, k, purpose("history matching: volume"));
            before.insert(before.end(), here.begin(), here.end());
        }
    }
    for (std::uint32_t k = 0; k < points; ++k) {
        auto const here = std::span(before).subspan(k * numbers_, numbers_);
        if (emulator.implausibility(here) <= implausible) after.insert(after.end(), here.begin(), here.end());
    }
    if (after.empty()) return false;
    volumes_.push_back(volume() * double(after.size() / numbers_) / points);
    emulators_.push_back(std::move(emulator));
    points_ = std::move(after);
    return true;
}

std::vector<double> SpaceLeft::draw(std::size_t count) const {
    std::vector<double> drawn;
    std::size_t const known = points_.size() / numbers_;
    for (std::size_t k = 0; k < count; ++k) {
        std::vector<double> from(numbers_, 0.0);
        if (known > 0) std::copy_n(points_.begin() + std::ptrdiff_t(k % known * numbers_), numbers_, from.begin());
        std::vector<double> const here = walk(from, std::uint32_t(k), purpose("history matching: draw"));
        drawn.insert(drawn.end(), here.begin(), here.end());
    }
    return drawn;
}

}  // namespace micropol
