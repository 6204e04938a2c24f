#pragma once
// What is kept of people while a block is simulated: each department week by week, and everybody at the end.

#include "simulation/simulate.h"
#include "state/history.h"

namespace micropol {

class PeopleRecord {
  public:
    PeopleRecord(Organisation const& organisation, int weeks);

    // The state at the end of a week.
    void see(int week, History const& history);
    // BlockResult::person_state
    [[nodiscard]] std::vector<float> at_the_end(History const& history) const;
    [[nodiscard]] DepartmentWeeks departments() && { return std::move(found_); }

  private:
    std::vector<std::vector<std::uint32_t>> members_;  // [group]
    std::vector<bool> is_told_;                        // [employee]: whether anything is told of somebody alone
    std::vector<Worlds> people_;                       // [group] who are there
    std::vector<double> everybody_;                    // [group] the same, in all histories together
    DepartmentWeeks found_;
};

}  // namespace micropol
