#pragma once
// A scenario of seventeen people and eight weeks, for what is true of every study.

#include "scenario/read_scenario.h"
#include "support/tiny_company.h"

namespace micropol {

inline ScenarioSource tiny() {
    return {tiny_company + R"(culture: {rivalry: {uniform: [0.1, 0.6]}, data_hoarding: {uniform: [0.1, 0.5]}}
strategies:
  patient: {interventions: [{lever: training, intensity: 0.4}]}
  pushing: {interventions: [{lever: executive_mandate, intensity: 0.6}, {lever: training, intensity: 0.4, until_week: 4}]}
runs: {weeks: 8, histories: 64, seed: 7}
)",
            "tiny.yaml", known_plugins()};
}

}  // namespace micropol
