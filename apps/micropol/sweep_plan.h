#pragma once
// What micropol sweep is asked for: a study file or a scenario, and the options that come before either.

#include "micropol/arguments.h"
#include "model/model.h"
#include "scenario/study_file.h"
#include "study/sweep/sweep_design.h"

namespace micropol::app {

struct SweepRequest {
    StudyFile study;  // says nothing if a scenario was named
    Design design;
    ScenarioSource source;
};
// Throws WrongUsage or InvalidInput.
[[nodiscard]] SweepRequest parse_sweep(Arguments const& arguments);

// Names, sizes and every value of every factor (of a range, its ends) are checked against the scenario. Throws WrongUsage,
// or InvalidInput with every problem at once.
[[nodiscard]] SweepDefinition sweep_definition(SweepRequest const& request, Arguments const& arguments);

// The factors of a definition, and the points of a list.
[[nodiscard]] std::vector<Factor> swept_factors(SweepRequest const& request, Arguments const& arguments,
                                                SweepDefinition const& definition);
struct PointList {
    std::vector<Factor> factors;
    Points points;
};
[[nodiscard]] PointList listed_points(std::filesystem::path const& file, SweepRequest const& request,
                                      SweepDefinition const& definition);

}  // namespace micropol::app
