#pragma once
// What somebody believes of the numbers that were asked for, and the values that blocks draw from it.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/given_numbers.h"
#include "study/workshop/answers.h"

namespace micropol {

// Of one number: how the chips lie.
struct Belief {
    std::vector<double> shares;  // [bin]; sum to 1
    // NOLINTNEXTLINE(modernize-use-nullptr): it compares with 0, which is no pointer.
    friend auto operator<=>(Belief const&, Belief const&) = default;
};
[[nodiscard]] double mean_of(Belief const& belief, AskedAssumption const& asked);

// [assumption] nothing: untouched, and as the scenario has it.
using Beliefs = std::vector<std::optional<Belief>>;
[[nodiscard]] Beliefs beliefs_in(ParticipantAnswers const& answers);
// The linear pool: of each number the mean of the shares of those who touched it, each with the same say.
[[nodiscard]] Beliefs pool_of(std::span<Beliefs const> all);

// The asked numbers as blocks take them. Each is drawn once a block by the key with which the scenario would draw it: whoever believes
// the same of it gets the same value, and untouched it is what the scenario has, or what a posterior says of the block.
class BelievedNumbers {
  public:
    // touched: [assumption] whether anybody says something of it; the others are left alone. given: a posterior, or nothing.
    BelievedNumbers(ScenarioSource const& source, Questions const& questions, std::vector<bool> const& touched,
                    std::shared_ptr<GivenNumbers const> given = nullptr);

    // What makes room for them in the scenario; the same for all beliefs.
    [[nodiscard]] std::vector<Change> const& changes() const { return changes_; }
    // Without a posterior: nothing where nobody has touched anything.
    [[nodiscard]] std::shared_ptr<GivenNumbers const> values_of(Beliefs const& beliefs, std::uint32_t blocks) const;

  private:
    // What a block takes of a number where nobody's answer says it.
    struct Otherwise {
        std::optional<std::size_t> given;  // position in the posterior
        Distribution in_the_scenario = 0.0;
    };
    std::vector<AskedAssumption> asked_;
    std::vector<std::size_t> touched_;  // of the assumptions
    std::vector<Otherwise> otherwise_;  // [of those touched]
    std::vector<Change> changes_;
    std::shared_ptr<GivenNumbers const> given_;
    std::vector<std::size_t> as_given_;  // positions in the posterior of what nobody has touched
    std::uint64_t seed_ = 0;
};

}  // namespace micropol
