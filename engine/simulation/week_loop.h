#pragma once
// One week's ordered steps, and what to do when a value stops being a number.

#include <string>
#include <vector>

#include "model/model.h"

namespace micropol {

// One step of one week; an intervention outside its window does nothing.
void take(Step const& step, Week& week, History& history);

// Columns that any of the steps changes, each once.
[[nodiscard]] std::vector<Column> changing_columns(std::vector<Step> const& steps);

[[nodiscard]] bool all_finite(History const& history, std::vector<Column> const& columns);

// Simulates the block again up to `last_week`, now looking after every step: who broke it, where and when.
[[nodiscard]] std::string find_culprit(Block const& block, Chance const& chance, int last_week);

}  // namespace micropol
