#pragma once
// Made companies of which the truth is known: one scenario with six departments and twelve open numbers, seen through 26 weeks of
// log-ins and one survey.

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "model/model.h"
#include "observation/evidence.h"
#include "scenario/factor.h"
#include "statistics/simulated_settings.h"

namespace micropol::calibration {

inline constexpr int weeks = 26, survey_week = 12;  // the split lies after the survey
inline constexpr std::size_t departments = 6;

class MadeCompanies {
  public:
    // changes: what is other than in the scenario, such as a mechanism that is off.
    explicit MadeCompanies(std::vector<Change> changes = {});

    [[nodiscard]] std::vector<Factor> const& numbers() const { return numbers_; }
    // Log-ins of every department, then of all, week by week; the survey; whether the transformation was stopped by the split.
    [[nodiscard]] Evidence const& evidence() const { return evidence_; }
    [[nodiscard]] std::size_t cells() const { return evidence_.cells.size(); }
    [[nodiscard]] std::size_t log_ins(int week, std::size_t group) const { return std::size_t(week) * (departments + 1) + group; }
    [[nodiscard]] std::size_t stopped() const { return cells() - 1; }
    // What a company sees up to before that week, of departments; the survey, if it was by then.
    [[nodiscard]] std::vector<bool> seen_before(int week) const;

    // Settings that are drawn from the prior; first: number of the first one.
    [[nodiscard]] std::vector<double> draw(std::size_t first, std::size_t count) const;
    // where: [setting * numbers + number]; the chance of each setting is that of its block, from first_block on.
    [[nodiscard]] std::vector<float> simulate(std::span<double const> where, std::uint32_t first_block, int threads) const;
    // The first settings of the prior, kept in a file: what is there is read, what is missing is simulated and added.
    [[nodiscard]] SimulatedSettings table(std::size_t settings, std::filesystem::path const& file, int threads) const;

  private:
    std::vector<Change> changes_;
    std::vector<Factor> numbers_;
    std::vector<std::string> paths_;
    Evidence evidence_;
};

// One history of it, taken for data; not a number where nothing is seen.
[[nodiscard]] std::vector<double> observed_in(std::span<float const> values, std::vector<bool> const& seen);

}  // namespace micropol::calibration
