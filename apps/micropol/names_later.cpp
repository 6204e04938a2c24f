#include "micropol/names_later.h"

#include <sstream>

#include "micropol/provenance.h"
#include "model/model.h"
#include "organisation/privacy.h"
#include "scenario/read_scenario.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

// Where the scenario's files may lie: where the results are, here, and beside a scenario that the command names.
std::vector<fs::path> possible_folders(StudyRecord const& study, fs::path const& results) {
    std::vector<fs::path> folders{results.parent_path(), "."};
    std::istringstream words(study.provenance.command);
    for (std::string word; words >> word;)
        if (fs::path const scenario = word; scenario.extension() == ".yaml" || scenario.extension() == ".yml")
            folders.insert(folders.end(), {scenario.parent_path(), results.parent_path() / scenario.parent_path()});
    return folders;
}

// The scenario if its files are what they were.
std::optional<Scenario> scenario_as_it_was(StudyRecord const& study, fs::path const& folder) try {
    ReadOptions options;
    options.allow_outside = true;
    Scenario scenario = parse_scenario(study.provenance.scenario, "scenario", folder.empty() ? "." : folder, known_plugins(),
                                       options);
    if (!scenario.import || inputs_of(scenario) != study.provenance.inputs) return {};
    return scenario;
} catch (InvalidInput const&) {
    return {};
}

}  // namespace

NamesLater names_later(StudyRecord const& study, fs::path const& results) {
    bool const names_people = study.kind == "run" || study.kind == "explain";
    if (!study.facts.by_person || study.facts.privacy.names_shown || !names_people) return {};
    for (fs::path const& folder : possible_folders(study, results)) {
        std::optional<Scenario> const scenario = scenario_as_it_was(study, folder);
        if (!scenario) continue;
        auto const unreciprocated = float(std::get<double>(OrganisationPlan{}.unreciprocated));  // decides no name
        Organisation const named = import_organisation(*scenario->import, unreciprocated).base;
        Organisation hidden = named;
        hide_names(hidden, study.facts.privacy.smallest_group);
        NamesLater names;
        for (std::uint32_t i = 0; i < named.headcount(); ++i) names[hidden.person[i]] = named.person[i];
        return names;
    }
    throw InvalidInput({{results.string()},
                        "it knows people by pseudonyms, and the files with their names are not at hand",
                        "those that the scenario names are missing, or not what they were",
                        "put them where the scenario was, or show it without --show-names"});
}

}  // namespace micropol::app
