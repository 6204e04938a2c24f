#pragma once
// Strategies made by hand, with whatever block means the test wants.

#include "small_study.h"
#include "study/compare/compare.h"

namespace micropol::small {

inline OutcomeKind const cost = kind("cost", Unit::money, "Cost of interventions");

// Records adoption and cost.
inline StudyFacts contest_facts() {
    StudyFacts made = facts();
    made.outcomes = {&substantive, &cost};
    return made;
}

// adoption: [block], the same in all sixteen histories; cost: the same everywhere.
inline Contender contender(std::string name, std::vector<double> const& adoption, double spent) {
    Contender made{std::move(name), "", {}};
    for (double const mean : adoption) made.blocks.push_back({Worlds(float(mean)), Worlds(float(spent))});
    return made;
}

}  // namespace micropol::small
