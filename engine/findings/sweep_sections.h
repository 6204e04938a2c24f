#pragma once
// The parts of the findings of a sweep, for each outcome that it was judged by. A terminal has room for the strongest assumptions
// unless everything is asked for; a page shows all.

#include "findings/common.h"
#include "study/sweep/sweep.h"

namespace micropol {

// Which assumptions decide. about: what a page says first.
[[nodiscard]] Section effect_section(Sweep const& sweep, ResponseConclusion const& response, std::vector<Paragraph> const& about,
                                     Detail detail);
// Those that a terminal shows there: what is more than chance, and some more where that is little.
[[nodiscard]] std::vector<FactorEffect const*> effects_shown(ResponseConclusion const& response, Detail detail);
// Every point of a grid of two assumptions; nothing of another design.
[[nodiscard]] Section cross_section(Sweep const& sweep, ResponseConclusion const& response);
// What two assumptions do together; nothing where that was not asked.
[[nodiscard]] Section pair_section(Sweep const& sweep, ResponseConclusion const& response, Detail detail);
// How the outcome responds to each assumption.
[[nodiscard]] Section curve_section(Sweep const& sweep, ResponseConclusion const& response, Detail detail);
// What was varied.
[[nodiscard]] Section factor_section(Sweep const& sweep, Detail detail);

}  // namespace micropol
