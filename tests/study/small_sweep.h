#pragma once
// Sweeps made by hand: a function of the point stands for the simulation.

#include <functional>

#include "base/random.h"
#include "small_study.h"
#include "study/sweep/sweep.h"

namespace micropol::small {

inline StudyFacts sweep_facts(OutcomeKind const& outcome = substantive) {
    StudyFacts made = facts();
    made.outcomes = {&outcome};
    return made;
}

inline Factor share_factor(std::string path, double low = 0, double high = 1) {
    return {std::move(path), Distribution{UniformDistribution{low, high}}, {-10, 10}};
}

// result: of the values of the factors. noise: standard deviation of a block's mean; blocks with the same number share it.
inline SweepValues values(SweepDefinition const& definition, std::function<double(std::vector<double> const&)> const& result,
                          double noise = 0) {
    Points const points = points_of(definition);
    SweepValues made(definition.arms(), {{}});
    for (Task const& task : tasks_of(definition, points.size(), 0)) {
        std::size_t const arm = task.variant % definition.arms();
        Point const& point = points[task.variant / definition.arms()];
        std::vector<double> at;
        for (std::size_t k = 0; k < point.size(); ++k) at.push_back(coordinate_at(definition.factors[k], point[k]));
        Stream chance(7, task.block, purpose("test: sweep"));
        made[arm][0].push_back((arm == 0 ? result(at) : 0) + noise * chance.normal());
    }
    return made;
}

}  // namespace micropol::small
