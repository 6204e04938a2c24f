#include "micropol/names_later.h"

#include "micropol/people_called.h"
#include "micropol/recorded_scenario.h"

namespace micropol::app {

NamesLater names_later(StudyRecord const& study, std::filesystem::path const& results) {
    bool const names_people = study.kind == "run" || study.kind == "explain";
    if (!study.facts.by_person || study.facts.privacy.names_shown || !names_people) return {};
    std::vector<Called> people;
    try {
        Scenario const scenario = recorded_scenario(study, results).read();
        // What a scenario lists itself was kept without names.
        if (scenario.import && !scenario.import->people.empty()) people = people_called(scenario);
    } catch (InvalidInput const&) {
    }
    if (people.empty())
        throw InvalidInput({{results.string()},
                            "it knows people by pseudonyms, and the files with their names are not at hand",
                            "those that the scenario names are missing, or not what they were",
                            "put them where the results are, or show it without --show-names"});
    NamesLater names;
    for (Called const& one : people) names[one.in_results] = one.name;
    return names;
}

}  // namespace micropol::app
