#pragma once
// Results from the public JSON of run, compare and sweep: what `--format json` prints. What the document does not say is as in
// empty results; each function names it.

#include "base/json.h"
#include "study/compare/compare.h"
#include "study/run/summary.h"
#include "study/sweep/sweep.h"

namespace micropol {

// Throw WrongJson with the path where it is something else, InvalidInput for an outcome that this version does not know; `file`
// stands in that.

// Everything.
[[nodiscard]] RunSummary run_of(Json const& json, std::string const& file);
// Not the facts of the model beyond title, question, people, weeks and seed.
[[nodiscard]] Comparison comparison_of(Json const& json, std::string const& file);
// Nor the ranges of factors beyond their distributions; every block of a point has the point's mean.
[[nodiscard]] Sweep sweep_of(Json const& json, std::string const& file);

}  // namespace micropol
