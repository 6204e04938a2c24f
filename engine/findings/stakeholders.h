#pragma once
// The people of a stakeholder map: where they stand now and later, and whose position matters most.

#include "findings/document.h"
#include "study/explain/pivotal.h"
#include "study/stakeholders/stakeholders.h"

namespace micropol {

// What the page of a map begins with. pivotal: who could turn the outcome, where that was asked.
[[nodiscard]] Document findings_of(Stakeholders const& stakeholders, Pivotal const* pivotal, OutcomeKind const* outcome);

}  // namespace micropol
