#pragma once
// A study made by hand: a few blocks whose every number the tests know.

#include <string>
#include <vector>

#include "outcomes/person_measure.h"
#include "study/run/summary.h"

namespace micropol::small {

// As prominent as the outcome of that key in the catalogue, and of the same stage.
inline OutcomeKind kind(std::string_view key, Unit unit, std::string_view label) {
    OutcomeKind made{.plugin = {.key = key, .access = {}, .parameters = {}, .description = "of a test"},
                     .unit = unit,
                     .label = label,
                     .measure = nullptr};
    if (auto const known = position_of(key, outcome_catalogue())) {
        OutcomeKind const& real = *outcome_catalogue()[*known];
        made.prominent = real.prominent, made.stage = real.stage;
    }
    return made;
}

inline OutcomeKind const success = kind("success", Unit::flag, "Transformation takes root");
inline OutcomeKind const substantive = kind("substantive", Unit::share, "Substantive adoption");
inline OutcomeKind const symbolic = kind("symbolic", Unit::share, "Only on paper (symbolic)");
inline OutcomeKind const stopped = kind("stopped", Unit::flag, "Stopped");
inline OutcomeKind const opposing_bloc = kind("opposing_bloc", Unit::share, "Largest opposing coalition");
inline OutcomeKind const data_quality = kind("data_quality", Unit::share, "Quality of customer data");
inline OutcomeKind const support = kind("support", Unit::attitude, "Support in the last decision");

// [outcome][history] at one week.
inline void set(BlockResult& block, StudyFacts const& facts, std::string_view key, int week, int history, float value) {
    for (std::size_t k = 0; k < facts.outcomes.size(); ++k)
        if (facts.outcomes[k]->plugin.key == key)
            block.weekly[k * std::size_t(facts.weeks) + std::size_t(week)].set(history, value);
}

// Three weeks; two departments, Sales of three people and Data of one.
inline StudyFacts facts() {
    StudyFacts facts;
    facts.title = "Alpstein Instruments", facts.question = "Does it take root?";
    facts.headcount = 4, facts.weeks = 3, facts.seed = 7;
    facts.outcomes = {&success, &substantive, &symbolic, &stopped, &opposing_bloc, &data_quality, &support};
    facts.departments = facts.department_groups = {"Sales", "Data"};
    facts.uncertain = {"mechanisms.attitude.susceptibility", "culture.rivalry"};
    facts.numbers = 61, facts.assumed_numbers = 14;
    return facts;
}

// Every history fails, too slowly; Sales falls from 60 % to 45 % of power.
inline BlockResult block(StudyFacts const& facts, std::uint32_t number) {
    BlockResult result;
    result.block = number;
    result.weekly.assign(facts.outcomes.size() * std::size_t(facts.weeks), Worlds(0));
    for (int week = 0; week < facts.weeks; ++week)
        for (int history = 0; history < histories_per_block; ++history) set(result, facts, "data_quality", week, history, 0.5f);
    result.department_before = {Worlds(0.6f), Worlds(0.4f)};
    result.department_after = {Worlds(0.45f), Worlds(0.55f)};
    result.person = {"Sales-1", "Sales-2", "Sales-3", "Data-1"};
    result.person_department = {0, 0, 0, 1};
    result.person_level = {1, 0, 0, 0};
    float const off = 0.01f * float(number);  // so that blocks differ
    result.person_before = {1.2f, 0.6f, 0.6f, 1.6f};
    result.person_after = {1.0f, 0.4f - off, 0.4f - off, 2.2f + 2 * off};
    result.person_state.assign(person_measures().size() * result.person.size(), 0.25f);
    std::size_t const places = std::size_t(facts.weeks) * facts.department_groups.size();
    for (std::size_t place = 0; place < places; ++place) result.of_departments.people.push_back(place % 2 == 0 ? 3 : 1);
    result.of_departments.mean.assign(person_measures().size() * places, 0.5f);
    result.of_departments.sd.assign(person_measures().size() * places, 0.125f);
    result.drawn = {0.1 * number, 1.0 / (1 + number)};
    result.state_hash = 1000 + number;
    return result;
}

inline std::vector<BlockResult> blocks(StudyFacts const& facts, std::uint32_t count) {
    std::vector<BlockResult> results;
    for (std::uint32_t number = 0; number < count; ++number) results.push_back(block(facts, number));
    return results;
}

}  // namespace micropol::small
