#include "results/stored_run.h"

#include <nlohmann/json.hpp>

namespace micropol {

std::string definition_of_run(std::string const& strategy) { return nlohmann::ordered_json{{"strategy", strategy}}.dump(); }

RunSummary summary_in(StoredStudy const& study) {
    std::vector<BlockResult> results;
    for (auto const& [unit, kept] : study.blocks()) results.push_back(study.load(unit));
    if (results.empty())
        throw InvalidInput(
            {{study.file().string()}, "no block is finished yet", "there is nothing to show", "wait, or go on with the study"});
    return summarise(study.record().facts, results);
}

RunSummary veiled_summary_in(StoredStudy const& study, std::size_t smallest_group) {
    StudyRecord const& record = study.record();
    RunSummary const summary = summary_in(study);
    return veiled(summary, record.facts, study.load(study.blocks().begin()->first), record.provenance.inputs, smallest_group);
}

}  // namespace micropol
