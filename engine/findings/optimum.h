#pragma once
// What a search of bundles says: which bundle it chose, whether that stood on fresh chance, and what less money buys.

#include "findings/common.h"
#include "study/optimise/optimum.h"

namespace micropol {

[[nodiscard]] Document findings_of(Optimum const& optimum, Detail detail = Detail::brief);

// Whether the search's choice stood on fresh chance, and how much of what the search promised.
[[nodiscard]] std::vector<Phrase> verdict_on(Optimum const& optimum);

}  // namespace micropol
