#pragma once
// Plug-in records and a scenario for the tests of the reader: they stay the same whatever the catalogues hold.

#include <gmock/gmock.h>

#include <string>

#include "words/german.h"

#include "scenario/read_scenario.h"
#include "state/numbers_of_all_levers.h"

namespace micropol::example {

inline constexpr ParameterSpec attitude_numbers[] = {
    {"susceptibility", Unit::share, 0.5, {0, 1}, "weight of colleagues' attitudes", "friedkin_johnsen_1990"},
    {"confidence_bound", Unit::one, 1, {0.05, 2}, "how far another may think and still be heard", "assumed"},
};
inline constexpr ParameterSpec training_numbers[] = {
    {"hours", Unit::one, 4, {0, 40}, "hours a week", "assumed"},
    {"weekly_cost", Unit::money, 2, {0, 1000}, "cost of a week", "assumed"},
};
inline constexpr PluginSpec power{"power", {}, {}, "Who controls what others need."};
inline constexpr PluginSpec attitude{"attitude", {}, attitude_numbers, "People listen to one another."};
inline constexpr PluginSpec training{"training", {}, training_numbers, "Teaches people to read data."};
inline constexpr PluginSpec mandate{"executive_mandate", {}, {}, "The top demands the change."};
inline constexpr PluginSpec substantive{"substantive", {}, {}, "Share who decide with data."};
inline constexpr PluginSpec conflict{"conflict", {}, {}, "Share of ties in conflict."};

inline constexpr ParameterSpec of_all_levers[] = {optimism_spec};

inline KnownPlugins plugins() {
    return {.mechanisms = {&power, &attitude},
            .interventions = {&training, &mandate},
            .outcomes = {&substantive, &conflict},
            .lever_numbers = {{"", "", of_all_levers},
                              {training.key, training.description, training_numbers},
                              {mandate.key, mandate.description, {}}}};
}

inline std::string const smallest = R"(micropol: 1
organisation:
  departments:
    - {name: Sales, headcount: 40}
    - {name: Marketing, headcount: 20}
transformation: {}
)";

// Something of every part of the format.
inline std::string const rich = R"(micropol: 1
name: "CRM: who wins?"
question: |
  Who wins power?
  And why?
claim: Data are power
source: our own survey
organisation:
  name: Alpstein
  departments:
    - name: Sales
      headcount: 40
      relation_substitutability: 0.2
      tenure_years: {normal: [8, 3], source: payroll}
      traits:
        data_skill: {beta: [0.3, 0.1]}
        career: {value: 0.4, source: survey 2024}
    - name: Märketing & Co. Ltd.
      headcount: 20
      data_substitutability: {uniform: [0.1, 0.6]}
  ties: {shape: ring, contacts: 4, trust: {triangular: [0.2, 0.4, 0.9]}}
  trust:
    - {of: Sales, toward: Märketing & Co. Ltd., trust: 0.3}
transformation:
  message: 0.8
  start_stage: aware
  initiatives:
    - {name: CRM, benefit: {uniform: [0.1, 0.8]}, start_week: 4}
    - {name: Automation}
culture: {power_distance: 2}
governance: {rule: marketing, marketing_department: Märketing & Co. Ltd., executive_pressure: {choice: {values: [0.1, 0.6], weights: [0.25, 0.75]}}}
mechanisms:
  power: off
  attitude: {susceptibility: {value: 0.7, source: brown_2024}}
interventions:
  - {lever: training, hours: 8, intensity: 0.6, from_week: 2, until_week: 26, weekly_cost: 5, target: Sales}
strategies:
  quick win:
    meaning: show something early
    interventions:
      - {lever: executive_mandate, target: {levels: [1, 2], people: [Sales-001]}}
      - lever: executive_mandate
        target: {who: losers, top: {number: 3, by: reach}}
        when: {outcome: substantive, below: 0.2, at_week: 26, for_weeks: 10}
  nothing: {}
success: {substantive: 0.6}
outcomes: [conflict]
runs: {weeks: 52, histories: 160, seed: 7}
)";

inline Scenario parse(std::string_view text, ReadOptions const& options = {}) {
    return parse_scenario(text, "plan.yaml", ".", plugins(), options);
}

// What the user sees; empty if nothing is wrong.
inline std::string problems_of(std::string_view text, ReadOptions const& options = {}) {
    try {
        (void)parse(text, options);
    } catch (InvalidInput const& invalid) {
        EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
        return invalid.what();
    }
    return "";
}

}  // namespace micropol::example
