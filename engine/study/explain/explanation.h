#pragma once
// Why a study came out as it did. Each part is there if it was asked for.

#include <optional>

#include "study/explain/attribution.h"
#include "study/explain/fork.h"
#include "study/explain/ledger.h"
#include "study/explain/pivotal.h"
#include "study/explain/told.h"
#include "study/finished.h"

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
