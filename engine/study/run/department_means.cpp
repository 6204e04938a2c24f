#include "study/run/department_means.h"

#include <cmath>
#include <limits>

#include "base/check.h"

namespace micropol {

// West (1979), weighted: no digits are lost to a mean far from 0, and blocks that are alike have no spread at all.
void DepartmentMeans::add(DepartmentWeeks const& block) {
    if (blocks_++ == 0) people_.resize(block.people.size()), mean_.resize(block.mean.size()), squares_.resize(block.mean.size());
    check(block.people.size() == people_.size() && block.mean.size() == mean_.size(),
          "blocks have the same departments and weeks");
    for (std::size_t place = 0; place < people_.size(); ++place) {
        double const before = people_[place], here = double(block.people[place]);
        if (here == 0) continue;
        people_[place] += here;
        for (std::size_t at = place; at < mean_.size(); at += people_.size()) {
            double const off = double(block.mean[at]) - mean_[at], sd = double(block.sd[at]);
            mean_[at] += off * here / people_[place];
            squares_[at] += here * sd * sd + off * off * before * here / people_[place];
        }
    }
}

double DepartmentMeans::mean(std::size_t measure, std::size_t place) const {
    if (people_[place] == 0) return std::numeric_limits<double>::quiet_NaN();
    return mean_[measure * people_.size() + place];
}

double DepartmentMeans::sd(std::size_t measure, std::size_t place) const {
    if (people_[place] == 0) return std::numeric_limits<double>::quiet_NaN();
    return std::sqrt(squares_[measure * people_.size() + place] / people_[place]);
}

}  // namespace micropol
