#pragma once
// A sweep: which assumptions decide a result, how much of it is chance, and where it fails. Many points, each the scenario with
// other values of some factors.

#include <optional>
#include <string>
#include <vector>

#include "organisation/table.h"
#include "scenario/study_file.h"
#include "study/sweep/conclusions.h"

namespace micropol {

// A name, and where it was written, for complaints; nowhere where a program gives it.
struct Named {
    std::string name = {};
    Place place = {};
};

struct SweepPlan {
    std::string question = {}, claim = {}, source = {};  // said with the results
    std::vector<Factor> factors = {};                    // empty: every uncertain number of the scenario, as it is distributed
    bool all_assumptions = false;  // and with drawn assumptions also every number that it leaves open; else these stay drawn
    Design design = Design::morris;
    std::optional<std::size_t> size = {};  // points, rows (sobol) or trajectories (morris); what is useful within a minute or so
    std::optional<std::size_t> levels = {};  // of each factor: grid, one_at_a_time and morris
    bool second_order = false;               // sobol: what pairs do together
    std::optional<RowTable> list = {};       // of the design `list`: a column for each path, a row for each point
    Named strategy = {};                     // of the scenario; "" or none: none
    std::optional<Named> against = {};       // study the difference to this strategy, in the same blocks
    std::vector<Named> outcomes = {};        // keys, to conclude on; empty: substantive
    struct Fails {
        std::string outcome = {};  // "": the first
        double level = 0;          // of the mean of a point, in the outcome's unit
        bool above = false;        // else below
        Place place = {};
    };
    std::optional<Fails> fails_when = {};
    Place place = {};  // of the study file
};

// Simulates every point in as many histories as the scenario of the runner says; histories_of_a_point says what is useful. Nothing:
// it was stopped, or is part of a study (StudyRunner::is_part). Throws InvalidInput with every problem at once for values that the
// scenario does not take, InvalidPlan for what cannot be asked.
[[nodiscard]] std::optional<Sweep> sweep(StudyRunner& runner, SweepPlan const& plan);

// Throws what `sweep` throws before it begins.
[[nodiscard]] Forecast forecast(ScenarioSource const& source, SweepPlan const& plan);

// The plan with everything decided that it leaves open, and found good.
[[nodiscard]] SweepDefinition definition_of(ScenarioSource const& source, SweepPlan const& plan);

// A study file as a plan; problems of its values are added, and what has them is left out.
[[nodiscard]] SweepPlan plan_of(StudyFile const& study, ScenarioSource const& source, std::vector<Problem>& problems);
[[nodiscard]] Design design_of(StudyFile const& study, std::vector<Problem>& problems);
// Overrides for its scenario, before any others: histories and seed.
[[nodiscard]] std::vector<Override> runs_of(StudyFile const& study, Design design);
[[nodiscard]] int histories_of_a_point(Design design);

// For read_factor: what a path leads to. The strategy is no field, and takes words.
[[nodiscard]] std::optional<FieldAt> swept_field(ScenarioSource const& source, std::string const& path);
// Throws these problems with those of the plan, each once.
[[noreturn]] void refuse(std::vector<Problem> problems, ScenarioSource const& source, SweepPlan const& plan);

}  // namespace micropol
