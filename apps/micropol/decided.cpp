#include "micropol/decided.h"

#include "micropol/recorded_scenario.h"

namespace micropol::app {

namespace {

std::vector<Assumption> assumptions_at_hand(StoredStudy const& study) try {
    return recorded_assumptions(study.record(), study.variants(), study.file());
} catch (InvalidInput const&) {
    return {};
}

}  // namespace

Decision decided(StoredStudy const& study, DecisionPlan const& plan) {
    return decision_in(study, plan, assumptions_at_hand(study));
}

}  // namespace micropol::app
