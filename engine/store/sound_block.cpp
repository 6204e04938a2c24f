#include "store/sound_block.h"

#include <algorithm>
#include <cmath>

#include "outcomes/person_measure.h"

namespace micropol {

namespace {

// Of an outcome in this unit.
Range range_of(Unit unit) {
    switch (unit) {
        case Unit::share:
        case Unit::flag:
        case Unit::per_week: return {0, 1};
        case Unit::attitude:
        case Unit::correlation: return {-1, 1};
        default: return {-1e15, 1e15};
    }
}

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

bool is_inside(float value, Range range) { return value >= float(range.low) - slack && value <= float(range.high) + slack; }

// There are people, or there are no numbers of them.
bool are_sound(DepartmentWeeks const& weeks, StudyFacts const& facts) {
    Range const people{0, double(facts.headcount)};
    for (std::size_t at = 0; at < weeks.mean.size(); ++at) {
        float const there = weeks.people[at % weeks.people.size()], mean = weeks.mean[at], sd = weeks.sd[at];
        Range const range = person_measures()[at / weeks.people.size()].range();
        bool const nobody_there = there == 0 && std::isnan(mean) && std::isnan(sd);
        bool const somebody = there > 0 && is_inside(there, people) && is_inside(mean, range) &&
                              is_inside(sd, {0, range.high - range.low});
        if (!nobody_there && !somebody) return false;
    }
    return true;
}

bool are_sound(std::vector<float> const& person_state, std::size_t people) {
    for (std::size_t at = 0; at < person_state.size(); ++at)
        if (!std::isnan(person_state[at]) && !is_inside(person_state[at], person_measures()[at / people].range())) return false;
    return true;
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
    if (!are_sound(result.of_departments, record.facts)) return "the people of a department cannot be like this";
    if (!are_sound(result.person_state, result.person.size())) return "somebody cannot be like this";
    if (!std::ranges::all_of(result.drawn, [](double drawn) { return std::isfinite(drawn); })) return "a number drawn is none";
    if (record.kind == "run" && result.drawn.size() != record.facts.uncertain.size())
        return "it has other numbers than the study draws";
    return {};
}

}  // namespace micropol
