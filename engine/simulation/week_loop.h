#pragma once
// One week's ordered steps, and what to do when a value stops being a number.

#include <span>
#include <string>
#include <vector>

#include "simulation/progress.h"

namespace micropol {

// One step of one week; an intervention that is not in force does nothing.
void run_step(Step const& step, Deployment& deployment, Week& week, History& history);

// All steps of a week, and then what interventions wait for. progress: [step].
void run_week(std::vector<Step> const& steps, std::vector<Deployment>& progress, Week& week, History& history);

// Levers that differ among people: those that an intervention may raise, and those that an outcome reads for each person.
[[nodiscard]] ColumnSet pulled_levers(std::vector<Step> const& steps, std::span<OutcomeKind const* const> outcomes);
// Gives everybody the value of each lever that is not pulled, as if it had been.
void spread_unpulled(ColumnSet const& pulled, History& history);

// Columns that any of the steps changes, each once.
[[nodiscard]] std::vector<Column> changing_columns(std::vector<Step> const& steps);

[[nodiscard]] bool all_finite(History const& history, std::vector<Column> const& columns);

// Simulates the block again up to `last_week`, now looking after every step: who broke it, where and when.
[[nodiscard]] std::string find_culprit(Block const& block, Chance const& chance, ColumnSet const& pulled, int last_week);

}  // namespace micropol
