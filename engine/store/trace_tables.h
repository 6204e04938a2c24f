#pragma once
// One history in a file of results, as data: what happened to whom, week by week, and why in their own terms.

#include <span>
#include <string>

#include "simulation/trace.h"
#include "store/database.h"

namespace micropol {

// Columns of the tables `event` and `person_week`, in SQL.
[[nodiscard]] std::string columns_of_event();
[[nodiscard]] std::string columns_of_person_week();

void write_trace(Database& database, std::string const& schema, Trace const& trace);

}  // namespace micropol
