#pragma once
// From what settings were drawn, wave by wave, and what each counts for it, so that together they stand for the prior: weights by
// the mixture of all that was drawn from, as in adaptive multiple importance sampling (J.-M. Cornuet et al. 2012). The table is part
// of the mixture, so that no weight is large.

#include <cstdint>
#include <span>
#include <vector>

#include "statistics/history_matching.h"

namespace micropol {

// Normal along the directions of normal scores in which a sample is narrower than the prior; as the prior in all others.
class NarrowedPrior {
  public:
    // scores: [number][particle], weights: [particle]. moved: the numbers among which such directions are sought; of hundreds that do
    // nothing, any sample is narrow somewhere. effective: so many independent particles tell as much.
    NarrowedPrior(std::span<std::vector<double> const> scores, std::span<double const> weights,
                  std::span<std::size_t const> moved, double effective);
    [[nodiscard]] std::vector<double> draw(std::size_t count, std::uint64_t seed, std::uint32_t wave) const;  // normal scores
    [[nodiscard]] double over_prior(std::span<double const> scores) const;  // ratio of densities

  private:
    struct Direction {
        std::vector<double> loading;  // [of those that moved] of length 1
        double middle, deviation;
    };
    [[nodiscard]] double along(Direction const& direction, std::span<double const> scores) const;

    std::size_t numbers_;
    std::vector<std::size_t> moved_;
    std::vector<Direction> directions_;
};

class Proposals {
  public:
    explicit Proposals(std::size_t settings_of_table) : table_(settings_of_table) {}
    void add(SpaceLeft const& space, std::size_t settings) { matched_.push_back({space.matches(), settings}); }
    void add(NarrowedPrior narrowed, std::size_t settings) { narrowed_.push_back({std::move(narrowed), settings}); }
    // What a setting at these normal scores counts, at most 1 over the share of the table.
    [[nodiscard]] double importance(std::span<double const> scores, SpaceLeft const& space) const;

  private:
    struct Matched {
        std::size_t matches, settings;
    };
    struct Narrowed {
        NarrowedPrior prior;
        std::size_t settings;
    };
    std::size_t table_;
    std::vector<Matched> matched_;
    std::vector<Narrowed> narrowed_;
};

}  // namespace micropol
