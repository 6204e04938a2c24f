#pragma once
// How strong a tie is, by the weight that a file gives it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "organisation/import.h"

namespace micropol {

struct WeightedTie {
    std::uint32_t from = 0, to = 0;
    double weight = 1;  // above 0
    std::string kind;
    std::optional<double> trust;  // share
    bool listed = false;          // the weight is a strength, as a scenario says it
};

// [tie]: shares. Ties of one kind share one scale. By rank, a sender's n ties of a kind have the strengths (k − ½)/n, k = 1 … n, equal
// weights the mean of theirs: half on average, whoever sends how much. Where nearly all weights of a kind are shares they are
// strengths already, and what lies above 1 counts as 1. Remarks say what was done.
[[nodiscard]] std::vector<double> strengths_of(std::vector<WeightedTie> const& ties, WeightScale scale,
                                               std::vector<Phrase>& remarks);

}  // namespace micropol
