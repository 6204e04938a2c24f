#pragma once
// Departments week by week, over all blocks: means of the people who are there, with the spread over histories.

#include <cstddef>

#include "simulation/simulate.h"

namespace micropol {

class DepartmentMeans {
  public:
    // Of the next block; all have the same lengths.
    void add(DepartmentWeeks const& block);
    [[nodiscard]] std::size_t blocks() const { return blocks_; }

    // place: week * groups + group. Who are there, mean over all histories.
    [[nodiscard]] double people(std::size_t place) const { return people_[place] / double(blocks_); }
    // The mean over people and histories, and the standard deviation over histories of the department's mean, each history
    // weighing by how many are there; not a number where nobody ever is.
    [[nodiscard]] double mean(std::size_t measure, std::size_t place) const;
    [[nodiscard]] double sd(std::size_t measure, std::size_t place) const;

  private:
    std::size_t blocks_ = 0;
    std::vector<double> people_;          // [place] summed over blocks
    std::vector<double> mean_, squares_;  // [measure * places + place] squares: of deviations from the mean, weighted
};

}  // namespace micropol
