#include "live/engine/roles.h"

#include <algorithm>
#include <numeric>

#include "state/history.h"

namespace micropol::live {

std::vector<int> moments_of(int weeks) {
    constexpr int between = 8;
    std::vector<int> moments;
    for (int week = 0; week < weeks - 1; week += between) moments.push_back(week);
    moments.push_back(weeks - 1);
    return moments;
}

RoleRecord::RoleRecord(Organisation const& organisation, int weeks) : moments_(moments_of(weeks)) {
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        std::uint16_t const department = organisation.department[i];
        bool const leads = organisation.level[i] > 0;
        auto role = std::ranges::find_if(
            roles_, [&](Role const& known) { return known.department == department && known.leads == leads; });
        if (role == roles_.end()) role = roles_.insert(role, {department, leads, std::vector<RoleSum>(moments_.size())});
        role_of_.push_back(std::size_t(role - roles_.begin()));
    }
}

void RoleRecord::see(int week, History const& history, std::span<Deployment const>) {
    auto const moment = std::ranges::find(moments_, week);
    if (moment == moments_.end()) return;
    auto const power = history[Column::power], present = history[Column::present], attitude = history[Column::attitude];
    std::vector<std::pair<float, std::uint32_t>> order;
    for (int lane = 0; lane < histories_per_block; ++lane) {
        order.clear();
        for (std::uint32_t i = 0; i < role_of_.size(); ++i)
            if (present[i][lane] > 0) order.emplace_back(power[i][lane], i);
        std::ranges::sort(order);
        double const others = std::max(1.0, double(order.size()) - 1);
        for (std::size_t k = 0, below = 0; k < order.size(); ++k) {
            auto const [its_power, i] = order[k];
            if (k > 0 && its_power > order[k - 1].first) below = k;
            double const influence = double(below) / others, felt = double(attitude[i][lane]);
            RoleSum& sum = roles_[role_of_[i]].at[std::size_t(moment - moments_.begin())];
            sum.people += 1;
            sum.influence += influence, sum.influence_squares += influence * influence;
            sum.attitude += felt, sum.attitude_squares += felt * felt;
        }
    }
}

}  // namespace micropol::live
