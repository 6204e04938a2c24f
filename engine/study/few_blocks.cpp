#include "study/few_blocks.h"

#include <algorithm>
#include <vector>

#include "base/worlds.h"

namespace micropol {

Estimate share_of(std::span<double const> values) {
    if (values.size() > std::size_t(histories_per_block)) return estimate_share(values);
    return estimate_independent_share(std::size_t(std::ranges::count(values, 1.0)), values.size());
}

Estimate level_of(std::span<double const> values, Ends ends) {
    return values.size() > std::size_t(histories_per_block) ? estimate(values, ends) : estimate_of_blocks(values, ends);
}

Estimate change_from(std::span<double const> as_it_was, std::span<double const> otherwise, Ends ends) {
    std::vector<double> differences;
    for (std::size_t k = 0; k < as_it_was.size(); ++k) differences.push_back(otherwise[k] - as_it_was[k]);
    return level_of(differences, ends_of_difference(ends));
}

}  // namespace micropol
