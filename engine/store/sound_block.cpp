#include "store/sound_block.h"

#include <algorithm>
#include <cmath>

namespace micropol {

namespace {

// Sums in single precision miss the ends of their range by a little.
constexpr float slack = 1e-3f;

bool is_inside(Worlds const& worlds, Range range) {
    float const low = float(range.low) - slack, high = float(range.high) + slack;
    bool inside = true;
    for (int history = 0; history < histories_per_block; ++history)
        inside &= !(worlds[history] < low) && !(worlds[history] > high);  // not-a-number: not measured in this history
    return inside;
}

bool is_share(Worlds const& worlds) {
    for (int history = 0; history < histories_per_block; ++history)
        if (std::isnan(worlds[history])) return false;
    return is_inside(worlds, range_of(Unit::share));
}

bool is_power(float power) { return std::isfinite(power) && power >= 0; }

}  // namespace

Phrase fault_of(BlockResult const& result, StudyRecord const& record) {
    auto const& outcomes = record.facts.outcomes;
    std::size_t const weeks = outcomes.empty() ? 0 : result.weekly.size() / outcomes.size();
    for (std::size_t k = 0; k < outcomes.size(); ++k) {
        Range const range = range_of(outcomes[k]->unit);
        if (!std::ranges::all_of(std::span(result.weekly).subspan(k * weeks, weeks),
                                 [&](Worlds const& week) { return is_inside(week, range); }))
            return Message("{0} cannot be so much, or so little", {name(outcomes[k]->plugin.key)});
    }
    if (!std::ranges::all_of(result.department_before, is_share) || !std::ranges::all_of(result.department_after, is_share))
        return "the power of a department is no share";
    if (!std::ranges::all_of(result.person_before, is_power) || !std::ranges::all_of(result.person_after, is_power))
        return "somebody's power is no power";
    if (!std::ranges::all_of(result.drawn, [](double drawn) { return std::isfinite(drawn); })) return "a number drawn is none";
    if (record.kind == "run" && result.drawn.size() != record.facts.uncertain.size())
        return "it has other numbers than the study draws";
    return {};
}

}  // namespace micropol
