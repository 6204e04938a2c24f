#pragma once
// Why a study came out as it did. Each part is there if it was asked for.

#include <optional>

#include "study/attribution.h"
#include "study/finished.h"
#include "study/fork.h"
#include "study/ledger.h"
#include "study/pivotal.h"
#include "study/told.h"

namespace micropol {

struct Explanation {
    StudyFacts facts;         // of the strategy that is explained
    std::size_t blocks = 0;   // simulated
    std::size_t outcome = 0;  // position in facts.outcomes: what it is explained by
    bool less_is_better = false;
    std::optional<Told> told;
    std::optional<Attribution> why;
    std::optional<Pivotal> pivotal;
    std::optional<Ledger> ledger;
    std::optional<Fork> fork;
};

}  // namespace micropol
