#include "scenario/later_start.h"

#include <algorithm>

namespace micropol {

namespace {

Strategy const& named(Scenario const& scenario, std::string const& strategy) {
    auto const found = std::ranges::find(scenario.strategies, strategy, &Strategy::name);
    if (found != scenario.strategies.end()) return *found;
    std::vector<std::string> names;
    for (Strategy const& one : scenario.strategies) names.push_back(one.name);
    throw InvalidInput({{scenario.file.string()},
                        Message("there is no strategy '{0}'", {name(strategy)}),
                        "it is what was done until strategies begin",
                        did_you_mean(strategy, names)});
}

// The week after the one in which its trigger looks, at the earliest.
int start_of(InterventionSection const& intervention) {
    auto const& when = intervention.when;
    auto const look = !when ? std::nullopt : when->at_week ? when->at_week : when->from_week;
    return look ? std::max(intervention.from_week, *look + 1) : intervention.from_week;
}

}  // namespace

Strategy begun_later(Strategy strategy, int weeks, int horizon) {
    for (InterventionSection& intervention : strategy.interventions) {
        intervention.from_week += weeks;
        if (intervention.until_week > 0) intervention.until_week += weeks;
        if (intervention.until_week > horizon) intervention.until_week = 0;
        if (!intervention.when) continue;
        if (intervention.when->at_week)
            *intervention.when->at_week += weeks;
        else
            intervention.when->from_week = intervention.when->from_week.value_or(0) + weeks;
    }
    std::erase_if(strategy.interventions, [&](InterventionSection const& one) { return start_of(one) >= horizon; });
    return strategy;
}

std::vector<Change> changes_of(LaterStart const& later, Scenario const& scenario, std::string const& strategy) {
    if (!later.until_then.empty() && strategy == later.until_then) return {};
    std::vector<Change> changes;
    if (!later.until_then.empty())
        for (InterventionSection done : named(scenario, later.until_then).interventions) {
            if (start_of(done) >= later.week) continue;
            done.until_week = done.until_week > 0 ? std::min(done.until_week, later.week) : later.week;
            changes.emplace_back(AddIntervention{std::move(done)});
        }
    if (strategy.empty()) return changes;
    Strategy const& planned = named(scenario, strategy);
    Strategy begun = begun_later(planned, later.week, scenario.weeks);
    if (begun.interventions.empty() && !planned.interventions.empty())
        throw InvalidInput(
            {planned.place,
             Message("nothing of '{0}' is left where it begins in week {1}", {name(strategy), name(std::to_string(later.week))}),
             Message("the scenario has {0} weeks, and the first is 0", {Count{std::uint64_t(scenario.weeks)}}),
             "simulate more with --weeks, or begin earlier"});
    changes.emplace_back(AddStrategy{std::move(begun)});
    return changes;
}

}  // namespace micropol
