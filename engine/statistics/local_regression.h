#pragma once
// Simulated histories near what was observed, and what they would have been had they been exactly that.

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace micropol {

// Histories whose summaries lie near those observed.
struct Neighbours {
    std::vector<std::size_t> row;    // setting * histories + history
    std::vector<double> weight;      // adds up to 1
    std::vector<double> difference;  // [neighbour * summaries + summary] from what was observed
    double tolerance = 0;            // the distance from which on histories do not count
    double effective = 0;            // settings
};

// summaries: [row * count + summary], not a number where a row has none; observed, matters: [summary]; matters is the weight of
// squared differences. importance: [setting]. Takes the smallest tolerance, at most `most`, at which so many settings count in
// effect (L. Kish 1965); weights fall with the distance as V. A. Epanechnikov's (1969). Rows of one setting follow each other.
[[nodiscard]] Neighbours neighbours_of(std::span<double const> summaries, std::span<double const> observed,
                                       std::span<double const> matters, std::span<double const> importance,
                                       std::size_t rows_of_setting, double effective_wanted,
                                       double most = std::numeric_limits<double>::infinity());

// Moves targets along a local linear regression on the differences to where they are 0, and spreads what is left as much as it is
// spread there: M. A. Beaumont, W. Zhang, D. J. Balding (2002), Genetics 162; M. G. B. Blum, O. François (2010), Statistics and
// Computing 20.
class LocalRegression {
  public:
    explicit LocalRegression(Neighbours const& neighbours);
    // target: [neighbour] → [neighbour].
    [[nodiscard]] std::vector<double> adjusted(std::span<double const> target) const;

  private:
    [[nodiscard]] std::vector<double> coefficients_of(std::span<double const> target) const;
    [[nodiscard]] double fitted(std::span<double const> coefficients, std::size_t neighbour) const;

    Neighbours const& neighbours_;
    std::size_t columns_;          // a constant, then the summaries
    std::vector<double> inverse_;  // [column * columns + column] of the weighted products
    double lost_ = 0;              // share of the variance that fitting takes from what is left
};

// Which of so many items with these weights to take so that each is taken in proportion: systematically, from a point in [0, 1).
[[nodiscard]] std::vector<std::size_t> taken_in_proportion(std::span<double const> weights, std::size_t count, double start);

}  // namespace micropol
