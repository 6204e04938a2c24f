#pragma once
// What is to be known of a posterior before it is believed.

#include <span>
#include <vector>

#include "statistics/calibration.h"
#include "statistics/local_regression.h"

namespace micropol {

// scores: [number][neighbour] adjusted normal scores of the numbers; phantoms: the same of numbers that do nothing.
struct AdjustedScores {
    std::vector<std::vector<double>> numbers, phantoms;
};

// How likely by chance something is as far off as it is, told by many that are so by chance: their share that is as far off, and beyond nine
// tenths of them an exponential tail of their mean excess, a standard error longer than it is. Of at least 20.
class ChanceOfFar {
  public:
    explicit ChanceOfFar(std::vector<double> by_chance);
    [[nodiscard]] double operator()(double off) const;

  private:
    std::vector<double> ascending_;
    double threshold_, mean_excess_, beyond_;  // beyond: share of them
};
// Which of several are called far, when among those that are called so at most one in ten is expected to be so by chance: Y. Benjamini,
// Y. Hochberg (1995), Journal of the Royal Statistical Society B 57. by_chance: [number] share.
[[nodiscard]] std::vector<bool> far_beyond_chance(std::span<double const> by_chance);

// Below which variance, in a sample that tells as much as `effective` independent particles, the narrowest direction of so many standard
// normal numbers falls in at most 5 % of samples (K. R. Davidson, S. J. Szarek 2001, theorem II.13).
[[nodiscard]] double least_variance_by_chance(std::size_t numbers, double effective);

[[nodiscard]] std::vector<NumberLearned> numbers_learned(AdjustedScores const& scores, std::span<double const> weights,
                                                         std::span<double const> told);
[[nodiscard]] std::vector<PairLearned> pairs_learned(AdjustedScores const& scores, std::span<double const> weights);
// effective: so many independent settings the neighbours tell as much as.
[[nodiscard]] std::vector<DirectionLearned> directions_learned(AdjustedScores const& scores, std::span<double const> weights,
                                                               double effective);
// produced: [particle * cells + cell].
[[nodiscard]] std::vector<CellProduced> cells_produced(std::span<float const> produced, Observed const& observed,
                                                       std::vector<std::size_t> const& unreached);

}  // namespace micropol
