#pragma once
// A comparison of strategies for people (text, Markdown) and programs (JSON, CSV).

#include "results/show.h"
#include "study/compare/compare.h"

namespace micropol {

[[nodiscard]] std::string show(Comparison const& comparison, Format format, ShowOptions const& options = {});

}  // namespace micropol
