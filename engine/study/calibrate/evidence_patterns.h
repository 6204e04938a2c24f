#pragma once
// What of a company's evidence may be off together: what is looked for where the model does not fit, and named.

#include "observation/evidence.h"

namespace micropol {

// [pattern] cells. Of what is seen week by week: one department's from a week on; everybody's in one week, in two, and from a week on.
// Of surveys: one department's answers; one item in all departments. Those of `taught` alone ([cell]; what judges is left out).
[[nodiscard]] std::vector<std::vector<std::size_t>> evidence_patterns(Evidence const& evidence, std::vector<bool> const& taught);

}  // namespace micropol
