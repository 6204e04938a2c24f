#pragma once
// Who knows whom, drawn: of organisations made from a plan, and of imported people whose ties are not known.

#include "organisation/drawn_plan.h"

namespace micropol {

// Both directions of every reporting line, and informal acquaintances as the plan has them; people may come in any order.
[[nodiscard]] std::vector<Tie> draw_ties(Organisation const& organisation, OrganisationPlan const& plan, DrawnPlan const& drawn,
                                         Chances const& chances);

}  // namespace micropol
