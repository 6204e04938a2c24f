#pragma once
// Where each role stands while a block is simulated, those of a department who lead others and those who do not: for the map of a
// page that shows no single person.

#include <string>
#include <vector>

#include "model/model.h"
#include "simulation/simulate.h"

namespace micropol::live {

struct RoleSum {
    double people = 0;  // over histories
    double influence = 0, influence_squares = 0, attitude = 0, attitude_squares = 0;
};

struct Role {
    std::uint16_t department = 0;
    bool leads = false;       // has people who report
    std::vector<RoleSum> at;  // [moment]
};

// Weeks from 0 on, the last one among them.
[[nodiscard]] std::vector<int> moments_of(int weeks);

class RoleRecord final : public Observer {
  public:
    RoleRecord(Organisation const& organisation, int weeks);
    void see(int week, History const& history, std::span<Deployment const> progress) override;
    [[nodiscard]] std::vector<Role> roles() && { return std::move(roles_); }

  private:
    std::vector<int> moments_;
    std::vector<Role> roles_;
    std::vector<std::size_t> role_of_;  // [employee]
};

}  // namespace micropol::live
