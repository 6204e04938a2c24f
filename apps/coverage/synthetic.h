#pragma once
// Outcomes as micropol's histories have them, but with a mean that is known.

#include <string>
#include <vector>

#include "base/random.h"
#include "coverage/experiment.h"
#include "statistics/estimate.h"
#include "study/compare/compare.h"

namespace micropol::coverage {

using Values = std::vector<double>;  // [block * 16 + history]

enum class Shape {
    normal,   // mean 0, standard deviation 1
    skewed,   // exponential block effects and luck: few histories are worth a lot
    flag,     // 0 or 1
    bistable  // a share in [0, 1] that takes root (0.8 to 1) or does not (0 to 0.2)
};

struct Outcome {
    Shape shape = Shape::normal;
    double within_block = 0;  // correlation of two histories of one block, 0 to 1; of taking root where bistable
    double takes_root = 0.5;  // probability, where flag or bistable

    [[nodiscard]] double mean() const;
    [[nodiscard]] Values draw(Stream& chance, std::size_t blocks) const;
};

[[nodiscard]] Stream chance_of(Experiment const& experiment, std::uint32_t study);
[[nodiscard]] bool holds(Estimate const& interval, double truth);

[[nodiscard]] Contender contender(std::string name, Values const& values);
// One outcome: a flag, or a share that need not stay in [0, 1].
[[nodiscard]] StudyFacts facts(bool flag);

}  // namespace micropol::coverage
