#pragma once
// What a comparison says to somebody who must choose although the assumptions are not known.

#include "findings/common.h"
#include "study/decide/decision.h"

namespace micropol {

[[nodiscard]] Document findings_of(Decision const& decision, Detail detail = Detail::brief);

// Which strategy by which question, how far it may fall short, and what would be worth asking about.
[[nodiscard]] std::vector<Phrase> verdict_on(Decision const& decision);

}  // namespace micropol
