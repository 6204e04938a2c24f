#include "micropol/map_first.h"

#include <algorithm>

#include "findings/common.h"
#include "findings/stakeholders.h"
#include "micropol/answer_steps.h"
#include "micropol/recorded_scenario.h"
#include "study/calibrate/calibrated.h"

namespace micropol::app {

namespace {

template <class Result>
Result const* first_of(std::vector<StoredResults> const& all) {
    for (StoredResults const& stored : all)
        if (auto const* const result = std::get_if<Result>(&stored.results)) return result;
    return nullptr;
}

// Of the strategies that a page tells of, the one that it is about.
std::string strategy_told(std::vector<StoredResults> const& all) {
    if (auto const* const explanation = first_of<Explanation>(all)) return explanation->facts.strategy;
    if (auto const* const comparison = first_of<Comparison>(all)) return best_in(*comparison);
    auto const* const run = first_of<RunSummary>(all);
    return run ? run->strategy : "";
}

}  // namespace

std::optional<Document> map_first(std::vector<StoredResults> const& all, PageOptions const& options) try {
    auto const kept = std::ranges::find_if(all, [](StoredResults const& one) { return one.study && one.study->facts.by_person; });
    if (kept == all.end()) return {};
    StudyRecord record = *kept->study;
    record.facts.privacy.names_shown = options.show_names;
    if (options.smallest_group) record.facts.privacy.smallest_group = *options.smallest_group;
    Scenario scenario = recorded_scenario(record, kept->file).read();
    if (!scenario.import || scenario.import->people.empty()) return {};
    std::vector<PersonOnMap> const people = people_on_map(scenario.import->people);
    if (people.empty()) return {};
    std::shared_ptr<GivenNumbers const> given;
    auto const* const calibrated = first_of<Calibrated>(all);
    if (!record.provenance.posterior.empty() && !calibrated) return {};
    if (calibrated) given = std::make_shared<GivenNumbers const>(given_by(*calibrated, scenario.seed));
    std::string const strategy = strategy_told(all);
    Model const model(std::move(scenario), strategy, given);
    std::uint32_t const blocks = options.blocks_of_map > 0 ? options.blocks_of_map : sizes_for(model, false).followed;
    Stakeholders const stakeholders = follow_stakeholders(model, people, blocks, options.threads);
    auto const* const explanation = first_of<Explanation>(all);
    Pivotal const* const pivotal = explanation && explanation->pivotal ? &*explanation->pivotal : nullptr;
    Document document = findings_of(stakeholders, pivotal,
                                    explanation ? explanation->facts.outcomes[explanation->outcome] : nullptr);
    document.title = title_of(record.facts);
    return document;
} catch (InvalidInput const&) {
    return {};  // its files are not at hand, or not what they were
}

}  // namespace micropol::app
