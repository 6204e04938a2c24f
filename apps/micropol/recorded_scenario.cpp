#include "micropol/recorded_scenario.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "micropol/provenance.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

bool leads_elsewhere(fs::path const& path) {
    return path.is_absolute() || std::any_of(path.begin(), path.end(), [](fs::path const& step) { return step == ".."; });
}

// Where the results are, here, and where the command found its scenario below one of these.
std::vector<fs::path> possible_folders(std::string const& command, fs::path const& results) {
    fs::path const beside = results.has_parent_path() ? results.parent_path() : fs::path(".");
    std::vector<fs::path> folders{beside, "."};
    std::istringstream words(command);
    for (std::string word; words >> word;)
        if (fs::path const scenario = word; scenario.extension() == ".yaml" || scenario.extension() == ".yml")
            if (!leads_elsewhere(scenario) && scenario.has_parent_path())
                folders.insert(folders.end(), {beside / scenario.parent_path(), scenario.parent_path()});
    return folders;
}

}  // namespace

ScenarioSource recorded_scenario(StudyRecord const& study, fs::path const& results) {
    Provenance const& from = study.provenance;
    ReadOptions options;
    options.privacy = study.facts.privacy;
    for (fs::path const& folder : possible_folders(from.command, results)) try {
            ScenarioSource source(from.scenario, folder / "scenario", known_plugins(), options);
            if (inputs_of(source.read()) == from.inputs) return source;
        } catch (InvalidInput const&) {
            if (from.inputs.empty()) throw;  // it names no files: nowhere is better
        }
    throw InvalidInput({{results.string()},
                        "the files of its scenario are not at hand",
                        "those that the scenario names are missing, or not what they were",
                        "put them where these results are"});
}

std::vector<Assumption> recorded_assumptions(StudyRecord const& study, std::vector<Variant> const& variants,
                                             fs::path const& results) {
    std::set<std::string> strategies;
    for (Variant const& variant : variants) strategies.insert(variant.strategy);
    std::vector<Assumption> found;
    Scenario const scenario = recorded_scenario(study, results).read();
    auto const is_its_own = [&](std::string const& strategy) {
        return strategy.empty() || std::ranges::find(scenario.strategies, strategy, &Strategy::name) != scenario.strategies.end();
    };
    for (std::string const& strategy : strategies)
        if (is_its_own(strategy)) std::ranges::move(Model(scenario, strategy).assumptions(), std::back_inserter(found));
    return found;
}

}  // namespace micropol::app
