#pragma once
// What a comparison says to somebody who must choose although the assumptions are not known.

#include "findings/common.h"
#include "study/decide/decision.h"

namespace micropol {

[[nodiscard]] Document findings_of(Decision const& decision, Detail detail = Detail::brief);

// Adds the whole of it to what a comparison or sweep says.
void append(Document& document, Decision const& decision, Detail detail = Detail::brief);

// The same place where there is no decision: why not.
void append_undecided(Document& document, Phrase why);

// By one question, in a sentence: in how much of what was drawn the best one is the best, and which one assumption could change
// that.
[[nodiscard]] Phrase standing_of(Decision const& decision, Answer const& answer);

// Which strategy by which question, how far it may fall short, and what would be worth asking about.
[[nodiscard]] std::vector<Phrase> verdict_on(Decision const& decision);

}  // namespace micropol
