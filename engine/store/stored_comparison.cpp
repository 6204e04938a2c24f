#include "store/stored_comparison.h"

#include <algorithm>

#include "base/json.h"
#include "store/store_file.h"
#include "study/compare/comparison_text.h"

namespace micropol {

std::vector<Contender> contenders_in(StoredStudy const& study) {
    std::vector<Contender> contenders;
    auto blocks = study.final_values();
    std::size_t complete = blocks.empty() ? 0 : blocks.front().size();
    for (auto const& of_one : blocks) complete = std::min(complete, of_one.size());
    if (complete == 0)
        throw InvalidInput({{study.file().string()},
                            "no block of every strategy is finished yet",
                            "a comparison needs one",
                            "wait, or go on with the study"});
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        blocks[k].resize(complete);
        contenders.push_back({study.variants()[k].name, study.variants()[k].meaning, std::move(blocks[k])});
    }
    return contenders;
}

Comparison comparison_in(StoredStudy const& study, std::optional<Criterion> const& asked) {
    StudyRecord const& record = study.record();
    try {
        StoppingRule const rule = rule_in(record.definition);
        Criterion const criterion = asked ? *asked : criterion_in(record.view, record.facts);
        if (study.variants().size() < 2) throw WrongJson("a comparison is of at least two strategies");
        std::vector<Contender> contenders = contenders_in(study);
        Stopped const stopped = check_rule(rule, contenders, criterion, record.facts.outcomes[criterion.outcome]->unit);
        Comparison comparison = compare(record.facts, contenders, criterion);
        comparison.stopped = stopped, comparison.later = later_start_in(record.definition);
        return comparison;
    } catch (InvalidInput const&) {
        throw;
    } catch (WrongJson const& unreadable) {
        throw InvalidInput(damage(study.file(), Message("it does not say what was compared: {0}", {unreadable.problem()})));
    } catch (std::exception const& unreadable) {
        throw InvalidInput(damage(study.file(), Message("it does not say what was compared: {0}", {name(unreadable.what())})));
    }
}

}  // namespace micropol
