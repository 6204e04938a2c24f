#include <algorithm>

#include "study/run/summary.h"

namespace micropol {

StudyFacts facts_of(Model const& model) {
    Scenario const& scenario = model.scenario();
    StudyFacts facts;
    facts.title = scenario.name, facts.question = scenario.question, facts.strategy = model.strategy();
    facts.headcount = model.headcount();
    facts.weeks = scenario.weeks, facts.seed = scenario.seed;
    facts.outcomes = model.outcomes();
    facts.departments = model.departments(), facts.department_groups = model.department_groups();
    facts.uncertain = model.uncertain();
    facts.numbers = model.assumptions().size();
    facts.assumed_numbers = std::size_t(std::ranges::count(model.assumptions(), assumed, &Assumption::source));
    facts.by_person = model.data_quality() != nullptr;
    facts.privacy = scenario.privacy;
    return facts;
}

RunSummary summarise(Model const& model, std::vector<BlockResult> const& results) { return summarise(facts_of(model), results); }

}  // namespace micropol
