#pragma once
// Whom people could come to know: acquaintances in waiting, drawn as the others are.

#include "organisation/drawn_plan.h"

namespace micropol {

// Adds pairs who do not know each other yet, with strength 0 both ways: nothing where the plan has none. Who they are follows
// from the preferences by which acquaintances are drawn: department, common acquaintances, standing.
void add_latent_ties(Organisation& organisation, OrganisationPlan const& plan, DrawnPlan const& drawn, Chances const& chances);

}  // namespace micropol
