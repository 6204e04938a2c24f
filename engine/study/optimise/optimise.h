#pragma once
// A search: which bundle of levers is the best strategy within a budget, and what it is worth on chance that it was not chosen by.

#include <optional>
#include <string>
#include <vector>

#include "study/optimise/optimum.h"

namespace micropol {

struct OptimisePlan {
    std::vector<std::string> strategies = {};     // of the scenario, to beat; empty: all
    std::string by = "net_value";                 // key of the outcome to have most of
    bool less_is_better = false;                  // least
    std::vector<std::string> levers = {};         // keys of interventions; empty: all
    std::optional<std::size_t> bundle_size = {};  // most levers in a bundle, 1 to as many as there are; 4
    std::size_t effort = 5000;                    // blocks to search with, about: least_effort to most_effort
    Limits limits = {};
};

// Searches, and then simulates doing nothing, the strategies and what was found on the histories that every study of the scenario
// simulates. Nothing: it was stopped. Throws InvalidInput for a scenario that cannot be simulated, has no such strategy, or does not
// record what is limited; InvalidPlan for what cannot be asked. No part of it can be left to other machines (shards).
[[nodiscard]] std::optional<Optimum> optimise(StudyRunner& runner, OptimisePlan const& plan);

// About, and at most of the final. models: of each strategy, doing nothing first. Throws what `optimise` throws before it begins.
[[nodiscard]] Forecast forecast(ScenarioSource const& source, OptimisePlan const& plan);

// What it chooses from. model: of the scenario. Throws InvalidPlan.
[[nodiscard]] SearchSpace search_space(Model const& model, OptimisePlan const& plan);

}  // namespace micropol
