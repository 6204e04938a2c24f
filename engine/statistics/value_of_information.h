#pragma once
// What it would be worth to know something before one chooses, from a sample in which everything was simulated for every choice:
// the expected value of perfect information, and of a part of it by regression: M. Strong, J. E. Oakley, A. Brennan (2014),
// Medical Decision Making 34.

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace micropol {

using Sample = std::vector<double>;  // [observation]

// The mean gain of choosing by what is known over the one choice that is best without.
struct InformationValue {
    double value = 0;           // promised, less what the bootstrap says that it promises too much; at least 0
    double held_out = 0;        // what the rule earns in observations that it was not fitted to: too little rather than too much
    double promised = 0;        // what it promises in those that it was fitted to: too much rather than too little
    double low = 0, high = 0;   // one-sided 95 % bounds: of held_out from below, at least 0; of what is promised, from above
    double choice_changes = 0;  // share of the observations in which the rule chooses otherwise
    [[nodiscard]] bool clear() const { return low > 0; }
};

// What it would be worth to know one matter of many, and what it seems to gain where it is shuffled among the observations and thus
// tells nothing.
struct OneOfMany {
    InformationValue worth;
    Sample by_chance;  // [shuffle] held_out; the shuffles are the same for all matters
};
// Lowers the lower bounds until they hold for all matters together: what seems to gain the most of many gains something by chance. Where
// none tells anything, one of them is clear in at most one of 40 samples (the largest of permuted statistics: P. H. Westfall, S. S. Young
// (1993), Resampling-Based Multiple Testing, chapter 2).
void bound_together(std::span<OneOfMany> matters);

// benefits: [choice][observation], more is better. known: [number][observation], what would be known: one number by a natural cubic
// spline of its ranks, several by additive splines with a ridge penalty that leave-one-out errors choose. Nothing is worth knowing
// where there is one choice. Throws std::invalid_argument for samples of different length or fewer than 16 observations.
// Of the same choices, for one matter after another.
class ValueOfKnowing {
  public:
    explicit ValueOfKnowing(std::span<Sample const> benefits);
    ~ValueOfKnowing();
    // Both are safe to call from several threads.
    [[nodiscard]] InformationValue operator()(std::span<Sample const> known) const;
    [[nodiscard]] OneOfMany among_many(std::span<Sample const> known) const;

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};
[[nodiscard]] InformationValue value_of_knowing(std::span<Sample const> benefits, std::span<Sample const> known);

// The same of knowing everything about an observation but chance. first, second: means of benefit of each choice over two halves of
// what the observation holds: whoever chooses by one half is paid by the other.
[[nodiscard]] InformationValue value_of_knowing_all(std::span<Sample const> first, std::span<Sample const> second);

// Share of the variance of values that what is known tells of observations that were left out; at least 0.
[[nodiscard]] double explained_share(Sample const& values, std::span<Sample const> known);

}  // namespace micropol
