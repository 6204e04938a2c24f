#include "study/run/influence.h"

#include <algorithm>
#include <cmath>

#include "statistics/correlation.h"

namespace micropol {

namespace {

constexpr std::size_t shown = 5;

// [block]
std::vector<double> block_means(Finished const& finished, std::string_view key) {
    auto const outcome = finished.outcome(key);
    if (!outcome) return {};
    std::vector<double> const values = finished.at_horizon(*outcome);
    std::vector<double> means(finished.blocks().size(), 0.0);
    for (std::size_t k = 0; k < values.size(); ++k)
        means[k / std::size_t(histories_per_block)] += values[k] / histories_per_block;
    return means;
}

bool varies(std::vector<double> const& values) {
    return std::ranges::adjacent_find(values, std::ranges::not_equal_to{}) != values.end();
}

}  // namespace

std::vector<Influence> influences(Finished const& finished) {
    std::string with = "success";
    std::vector<double> result = block_means(finished, with);
    if (!varies(result)) result = block_means(finished, with = "substantive");
    if (!varies(result)) return {};
    std::vector<Influence> found;
    std::vector<std::string> const& paths = finished.facts().uncertain;
    for (std::size_t k = 0; k < paths.size(); ++k) {
        std::vector<double> drawn;
        for (BlockResult const* block : finished.blocks()) drawn.push_back(block->drawn[k]);
        Correlation const found_here = spearman(drawn, result, 1 - 0.05 / double(paths.size()));
        if (found_here.low > 0 || found_here.high < 0)
            found.push_back({paths[k], with, found_here.value, found_here.low, found_here.high});
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](Influence const& one) { return std::abs(one.correlation); });
    found.resize(std::min(shown, found.size()));
    return found;
}

}  // namespace micropol
