#pragma once
// All settings that were simulated so far, those of the table first, with their places as normal scores: the prior is then standard
// normal in every direction.

#include <deque>
#include <span>
#include <vector>

#include "statistics/simulated_settings.h"

namespace micropol {

class SettingsPool {
  public:
    static constexpr std::size_t histories = SimulatedSettings::histories;

    // Keeps a reference to the table. Throws std::invalid_argument where it does not fit together.
    explicit SettingsPool(SimulatedSettings const& table);
    // The same, of the same numbers and cells.
    void add(SimulatedSettings wave);

    [[nodiscard]] std::size_t count() const { return scores_.size() / numbers_; }
    [[nodiscard]] std::size_t numbers() const { return numbers_; }
    [[nodiscard]] std::size_t cells() const { return cells_; }
    [[nodiscard]] std::span<double const> scores_of(std::size_t setting) const {
        return std::span(scores_).subspan(setting * numbers_, numbers_);
    }
    [[nodiscard]] std::span<float const> values_of(std::size_t setting, std::size_t history) const;

  private:
    void append(SimulatedSettings const& part);

    std::size_t numbers_, cells_;
    std::deque<SimulatedSettings> waves_;
    std::vector<SimulatedSettings const*> parts_;
    std::vector<std::size_t> first_of_;  // [part]
    std::vector<double> scores_;         // [setting * numbers + number]
};

}  // namespace micropol
