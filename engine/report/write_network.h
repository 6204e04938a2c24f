#pragma once
// Who knows whom in the history that was told, and how everyone fares week by week: for Gephi and other programs that draw networks.
// People are called as results call them. Weeks count from 0.

#include <string>

#include "simulation/trace.h"

namespace micropol {

// GEXF 1.3 (https://gexf.net): attitude, power, stage and coalition of every week, by timestamps.
[[nodiscard]] std::string write_gexf(Trace const& trace, std::string const& title);
// GraphML knows no time: a column for each of these at the end of every quarter of a year and of the last week, "attitude_12".
[[nodiscard]] std::string write_graphml(Trace const& trace, std::string const& title);

}  // namespace micropol
