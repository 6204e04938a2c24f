#pragma once
// What a sweep says: which assumptions decide, how much of it is chance, and where a strategy fails.

#include "findings/common.h"
#include "study/sweep/sweep.h"

namespace micropol {

[[nodiscard]] Document findings_of(Sweep const& sweep, Detail detail = Detail::brief);

// Which assumption decides, or that none can be told from chance; how much is chance; where it fails.
[[nodiscard]] std::vector<Phrase> verdict_on(Sweep const& sweep);

}  // namespace micropol
