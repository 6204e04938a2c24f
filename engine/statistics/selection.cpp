#include "statistics/selection.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace micropol {

namespace {

using Observations = std::span<std::vector<double> const>;

// Variance of the difference of two systems over the first observations.
double variance_of_difference(std::vector<double> const& a, std::vector<double> const& b) {
    auto const count = double(first_observations);
    double mean = 0, squares = 0;
    for (std::size_t j = 0; j < first_observations; ++j) mean += (a[j] - b[j]) / count;
    for (std::size_t j = 0; j < first_observations; ++j) squares += (a[j] - b[j] - mean) * (a[j] - b[j] - mean);
    return squares / (count - 1);
}

class Race {
  public:
    Race(Observations observations, SelectionAim const& aim)
        : observations_(observations), indifference_(aim.indifference), sums_(observations.size(), 0.0) {
        auto const systems = double(observations.size());
        double const freedom = double(first_observations) - 1;
        double const eta = (std::pow(2 * (1 - aim.probability) / (systems - 1), -2 / freedom) - 1) / 2;
        double const h_squared = 2 * eta * freedom;
        for (std::size_t i = 0; i < observations.size(); ++i) {
            racing_.push_back(i);
            for (std::size_t j = 0; j < first_observations; ++j) sums_[i] += observations[i][j];
            for (std::size_t l = 0; l < observations.size(); ++l)
                reach_.push_back(h_squared * variance_of_difference(observations[i], observations[l]) /
                                 (indifference_ * indifference_));
        }
        longest_ = std::floor(*std::ranges::max_element(reach_));
    }

    [[nodiscard]] std::optional<Selection> run() {
        for (std::size_t r = first_observations;; ++r) {
            if (double(r) > longest_) return Selection{leader(), r};
            drop_the_clearly_worse(r);
            if (racing_.size() == 1) return Selection{racing_.front(), r};
            if (r == observations_.front().size()) return std::nullopt;
            for (std::size_t const i : racing_) sums_[i] += observations_[i][r];
        }
    }

  private:
    // Half-width of the triangle that the difference of two sums may not leave: r W(r) in the paper's terms.
    [[nodiscard]] double allowance(std::size_t i, std::size_t l, std::size_t r) const {
        return std::max(0.0, indifference_ / 2 * (reach_[i * sums_.size() + l] - double(r)));
    }
    void drop_the_clearly_worse(std::size_t r) {
        std::vector<std::size_t> const before = racing_;
        std::erase_if(racing_, [&](std::size_t i) {
            return std::ranges::any_of(before, [&](std::size_t l) { return sums_[i] < sums_[l] - allowance(i, l, r); });
        });
    }
    [[nodiscard]] std::size_t leader() const {
        return *std::ranges::max_element(racing_, {}, [&](std::size_t i) { return sums_[i]; });
    }

    Observations observations_;
    double indifference_;
    std::vector<double> sums_;         // [system]
    std::vector<double> reach_;        // [system * systems + system]: after so many observations the triangle is closed
    double longest_ = 0;               // the longest of these
    std::vector<std::size_t> racing_;  // not dropped
};

}  // namespace

std::optional<Selection> select_largest(Observations observations, SelectionAim const& aim) {
    if (observations.empty()) throw std::invalid_argument("a selection needs something to select from");
    if (!(aim.indifference > 0)) throw std::invalid_argument("an indifference zone is wider than 0");
    for (std::vector<double> const& one : observations)
        if (one.size() != observations.front().size())
            throw std::invalid_argument("a selection needs as many observations of every system");
    if (observations.size() == 1) return Selection{0, 0};
    if (observations.front().size() < first_observations) return std::nullopt;
    return Race(observations, aim).run();
}

}  // namespace micropol
