#pragma once
// What could be noticed at all: a test that knows what was changed, and has only to tell the two models apart.

#include <vector>

#include "calibration/experiment.h"

namespace micropol::calibration {

class KnownChange {
  public:
    // otherwise: companies of the changed model under settings of the prior, as MadeCompanies::simulate hands them back. Learns a linear
    // score of cells and their squares from these and as many companies of the table; in 5 % of those held out it is higher than allowed.
    KnownChange(Ground const& ground, std::vector<float> const& otherwise, std::vector<bool> const& seen);

    [[nodiscard]] bool notices(std::span<float const> company) const;

  private:
    [[nodiscard]] std::vector<double> features(std::span<float const> company) const;
    [[nodiscard]] double score(std::span<float const> company) const;

    std::vector<std::size_t> cells_;
    std::vector<double> weights_;
    double allowed_ = 0;
};

}  // namespace micropol::calibration
