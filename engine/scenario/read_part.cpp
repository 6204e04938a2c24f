#include "scenario/read_part.h"

#include <algorithm>

#include "scenario/format.h"
#include "scenario/read_yaml.h"
#include "scenario/scenario_reader.h"

namespace micropol {

namespace {

// An entry of that list of the scenario. False if it is none.
bool read_entry(std::string_view text, Place const& place, std::string_view list, Field const& format, Scenario& scenario,
                std::vector<Problem>& problems) {
    std::vector<Problem> found;
    try {
        Node node = read_yaml(text, place.file, found);
        move_to(node, place);
        (void)ScenarioReader({}, false, found).read(format.find(list)->fields.front(), node, scenario);
    } catch (InvalidInput const& unreadable) {
        found = unreadable.problems();
    }
    for (Problem& problem : found) {
        problem.place = place;
        problems.push_back(std::move(problem));
    }
    return found.empty();
}

}  // namespace

std::optional<InterventionSection> read_intervention(std::string_view text, Place const& place, KnownPlugins const& known,
                                                     std::vector<Problem>& problems) {
    Scenario scenario;
    if (!read_entry(text, place, "interventions", scenario_format(known), scenario, problems)) return std::nullopt;
    return std::move(scenario.interventions.back());
}

std::optional<ShockSection> read_shock(std::string_view text, Place const& place, KnownPlugins const& known,
                                       std::vector<Problem>& problems) {
    Scenario scenario;
    if (!read_entry(text, place, "shocks", scenario_format(known), scenario, problems)) return std::nullopt;
    return std::move(scenario.shocks.back());
}

}  // namespace micropol
