#pragma once
// Why a study came out as it did: one history told, what it is due to, who and what could have turned it, who loses what, and what
// would have happened otherwise.

#include "findings/common.h"
#include "study/explain/explanation_texts.h"

namespace micropol {

[[nodiscard]] Document findings_of(Explanation const& explanation, Detail detail = Detail::brief);

// What its JSON says in words besides moments (see chronicle.h) and groups of people (see who.h).
[[nodiscard]] Phrase describe(CauseName const& cause);  // "hiding of what one knows"; "loss compensation (Sales, losers)"
[[nodiscard]] Message describe(Turn turn);              // "silenced"
// "broken off in week 26: …", counted from 0
[[nodiscard]] Message describe(PivotalWeek const& week, OutcomeKind const& outcome);
// "loss compensation (losers): even in full it is not enough: from …"
[[nodiscard]] Message describe(Relief const& relief, SmallestOffer const& offer);

// All that its JSON says in words, which is English.
[[nodiscard]] ExplanationTexts explanation_texts();

}  // namespace micropol
