#pragma once
// Scenarios: what is simulated.
//
// ScenarioSource    a file or a text in the format of scenarios (micropol schema), read once; known_plugins() says what it may name
// ReadOptions       overrides as with --set ({"runs.histories", "256"}), files outside its folder, what may be said of real people
// Scenario          what it says, as plain values; `resolved` is the whole of it as text, every default filled in
// Change            something else about it, as a value: SetNumber, SwitchOff, AddIntervention, AddStrategy …
// Model             a scenario made ready: its numbers with their sources (assumptions), outcomes, departments, people
// read_study_file   a question to a scenario, with factors and design; plan_of makes a SweepPlan of it
//
// Reading throws InvalidInput with every problem at once, each with file, line, column and, where there is one, a suggestion.

#include "model/model.h"
#include "scenario/change.h"
#include "scenario/read_scenario.h"
#include "scenario/study_file.h"
