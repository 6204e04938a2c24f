#pragma once
// A sweep for people (text, Markdown) and programs (JSON: everything; CSV: a row for each point).

#include "results/show.h"
#include "study/sweep/sweep.h"

namespace micropol {

[[nodiscard]] std::string show(Sweep const& sweep, Format format, ShowOptions const& options = {});

}  // namespace micropol
