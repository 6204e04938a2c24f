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
