#include "study/explain/fork.h"

#include <algorithm>
#include <stdexcept>

#include "study/ends_of_unit.h"

namespace micropol {

Fork fork(int at_week, std::vector<std::string> then, std::span<std::vector<double> const> as_it_was,
          std::span<std::vector<double> const> otherwise, std::span<OutcomeKind const* const> outcomes, std::size_t by) {
    if (as_it_was.size() != outcomes.size() || otherwise.size() != outcomes.size())
        throw std::invalid_argument("both branches of a fork record the same outcomes");
    Fork made;
    made.at_week = at_week, made.then = std::move(then);
    for (std::size_t k = 0; k < outcomes.size(); ++k) {
        Ends const ends = ends_of(outcomes[k]->unit);
        auto const level = [&](std::vector<double> const& values) {
            return outcomes[k]->unit == Unit::flag ? estimate_share(values) : estimate(values, ends);
        };
        made.as_it_was.push_back(level(as_it_was[k])), made.otherwise.push_back(level(otherwise[k]));
        made.difference.push_back(paired_difference(otherwise[k], as_it_was[k], ends));
    }
    std::vector<double> better(as_it_was[by].size());
    for (std::size_t k = 0; k < better.size(); ++k) better[k] = otherwise[by][k] > as_it_was[by][k] ? 1 : 0;
    made.better_in = estimate_share(better);
    return made;
}

void side_by_side(Fork& fork, Trace const& as_it_was, Trace const& otherwise, std::size_t by) {
    fork.weekly_as_it_was = as_it_was.outcomes[by], fork.weekly_otherwise = otherwise.outcomes[by];
    for (std::vector<float> const& weekly : as_it_was.outcomes) fork.told_as_it_was.push_back(double(weekly.back()));
    for (std::vector<float> const& weekly : otherwise.outcomes) fork.told_otherwise.push_back(double(weekly.back()));
    fork.chronicle = chronicle_of_branch(as_it_was, otherwise, by, fork.at_week);
}

}  // namespace micropol
