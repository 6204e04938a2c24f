#include "study/finished.h"

#include <algorithm>
#include <stdexcept>

namespace micropol {

Finished::Finished(StudyFacts const& facts, std::vector<BlockResult> const& results) : facts_(facts) {
    for (BlockResult const& result : results)
        if (!result.weekly.empty()) {
            check(result.weekly.size() == facts.outcomes.size() * std::size_t(facts.weeks),
                  "a block records every outcome every week");
            blocks_.push_back(&result);
        }
    if (blocks_.empty()) throw std::invalid_argument("a summary needs at least one finished block");
}

std::optional<std::size_t> Finished::outcome(std::string_view key) const { return position_of(key, facts_.outcomes); }

std::span<Worlds const> Finished::weekly(BlockResult const& block, std::size_t outcome) const {
    auto const weeks = std::size_t(facts_.weeks);
    return std::span(block.weekly).subspan(outcome * weeks, weeks);
}

std::vector<double> Finished::at_horizon(std::size_t outcome) const {
    std::vector<double> values;
    for (BlockResult const* block : blocks_) {
        Worlds const& last = weekly(*block, outcome).back();
        for (int history = 0; history < histories_per_block; ++history) values.push_back(double(last[history]));
    }
    return values;
}

std::vector<double> Finished::weekly_maximum(std::size_t outcome) const {
    std::vector<double> values;
    for (BlockResult const* block : blocks_)
        for (int history = 0; history < histories_per_block; ++history) {
            double largest = double(weekly(*block, outcome).front()[history]);
            for (Worlds const& week : weekly(*block, outcome)) largest = std::max(largest, double(week[history]));
            values.push_back(largest);
        }
    return values;
}

}  // namespace micropol
