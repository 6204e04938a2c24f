#pragma once
// A search of bundles for people (text, Markdown) and programs (JSON, CSV).

#include "results/show.h"
#include "study/optimise/optimum.h"

namespace micropol {

[[nodiscard]] std::string show(Optimum const& optimum, Format format, ShowOptions const& options = {});

}  // namespace micropol
