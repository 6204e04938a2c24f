#pragma once
// What a company would see of itself while a block is simulated: the cells of its evidence, in every history.

#include "observation/evidence.h"
#include "observation/measurement.h"
#include "organisation/department_groups.h"
#include "simulation/simulate.h"

namespace micropol {

class Look final : public Observer {
  public:
    // Keeps references to evidence and organisation, whose departments are those of the evidence. Of the evidence only who was asked, when and how many matters, no value.
    Look(Evidence const& evidence, Organisation const& organisation, MeasurementNumbers const& numbers, std::uint64_t seed,
         std::uint32_t block);

    void see(int week, History const& history, std::span<Deployment const> progress) override;
    // [cell] not a number in a history where nobody was there to be seen, or in weeks that have not come.
    [[nodiscard]] std::vector<Worlds> const& cells() const { return cells_; }

  private:
    [[nodiscard]] std::vector<std::uint32_t> const& members(std::size_t group) const;
    [[nodiscard]] Stream stream_of(std::string const& key) const;
    [[nodiscard]] Worlds users_who_log_in(std::size_t cell, History const& history) const;
    [[nodiscard]] Worlds moved(std::size_t cell, History const& history) const;
    void ask(std::size_t cell, History const& history);

    Evidence const& evidence_;
    MeasurementNumbers numbers_;
    std::uint64_t seed_;
    std::uint32_t block_;
    std::vector<std::vector<std::uint32_t>> members_;  // [group], and everybody
    std::vector<std::string> keys_;                    // [cell]
    std::vector<Worlds> cells_;
    std::vector<Worlds> present_before_;  // [employee]
    bool follows_moves_ = false;
};

// A block of the model under its given numbers, measurement's included: BlockResult::weekly is [cell], ::drawn everything that was
// drawn. Simulates no week that the evidence does not need.
[[nodiscard]] BlockResult look_at_block(Model const& model, std::uint32_t block, Evidence const& evidence);

// What a block takes of measurement: as given, else the usual values.
[[nodiscard]] MeasurementNumbers measurement_in(GivenNumbers const* given, std::uint32_t block);

}  // namespace micropol
