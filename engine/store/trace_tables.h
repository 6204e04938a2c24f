#pragma once
// One history in a file of results, as data: what happened to whom, week by week, and why in their own terms.

#include <string>

#include "simulation/trace.h"
#include "store/tables.h"

namespace micropol {

inline constexpr std::string_view tactic_names[] = {"work", "persuade", "network", "ally", "hide", "resist", "game"};  // [Tactic]
static_assert(std::size(tactic_names) == tactic_count);

// Of the tables `event` and `person_week`.
[[nodiscard]] TableColumns columns_of_event();
[[nodiscard]] TableColumns columns_of_person_week();

void write_trace(Database& database, std::string const& schema, Trace const& trace);

}  // namespace micropol
