#pragma once
// What a page begins with whose scenario was made from a map of stakeholders: where those named on it stand.

#include <optional>

#include "findings/document.h"
#include "micropol/page.h"
#include "store/read_results.h"

namespace micropol::app {

// Follows them under the strategy that is explained, else the best one compared, else the one simulated; who matters most is said where
// an explanation asked. Nothing where the scenario was made from no map, where its files are not at hand, or where it was simulated
// under what evidence left of the assumptions and the results have no calibration.
[[nodiscard]] std::optional<Document> map_first(std::vector<StoredResults> const& all, PageOptions const& options);

}  // namespace micropol::app
