#include "store/stored_run.h"

#include "base/json.h"

namespace micropol {

std::string definition_of_run(std::string const& strategy) { return Json{{"strategy", strategy}}.dump(); }

RunSummary summary_in(StoredStudy const& study, std::optional<std::size_t> smallest_group) {
    std::vector<BlockResult> results;
    for (auto const& [unit, kept] : study.blocks()) results.push_back(study.load(unit));
    if (results.empty())
        throw InvalidInput(
            {{study.file().string()}, "no block is finished yet", "there is nothing to show", "wait, or go on with the study"});
    StudyFacts facts = study.record().facts;
    facts.privacy.smallest_group = smallest_group.value_or(facts.privacy.smallest_group);
    return summarise(facts, results);
}

}  // namespace micropol
