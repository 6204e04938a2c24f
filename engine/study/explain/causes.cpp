#include "study/explain/causes.h"

#include <algorithm>

namespace micropol {

namespace {

// A cause that is more, or less, than a mechanism.
struct Known {
    std::string_view key, mechanism;  // without the mechanism there is no such cause; "": whatever is on
    std::vector<Change> absent;       // without what depends on the scenario
};

// In the order in which they are asked about when nobody says what to ask.
std::vector<Known> const& known() {
    static std::vector<Known> const all{
        {"status_loss", "stakes", {SetNumber{"mechanisms.stakes.status_scale", 0}, SwitchOff{"mechanisms.status"}}},
        // More than all reasons against it together.
        {"hiding", "information", {SetNumber{"mechanisms.information.openness", 20}}},
        {"blocking", "coalitions", {SwitchOff{"mechanisms.coalitions"}}},
        {"skill_gap", "", {}},
        {"pressure", "", {SetNumber{"governance.executive_pressure", 0}}},
        {"politics", "tactics", {SwitchOff{"mechanisms.tactics"}}},
        {"shocks", "shocks", {SwitchOff{"mechanisms.shocks"}}},
        {"gaming", "performance", {SetNumber{"performance.gaming_ease", 0}}},
    };
    return all;
}

Cause made(Known const& known, Scenario const& scenario) {
    Cause cause{std::string(known.key), {CauseName::Kind::obstacle, std::string(known.key)}, known.absent};
    if (known.key == "skill_gap")
        for (std::size_t k = 0; k < scenario.initiatives.size(); ++k)
            cause.absent.emplace_back(SetNumber{"transformation.initiatives." + std::to_string(k) + ".required_skill", 0});
    return cause;
}

void add_interventions(std::vector<Cause>& causes, std::vector<InterventionSection> const& sections, std::string const& path) {
    for (std::size_t k = 0; k < sections.size(); ++k) {
        if (!sections[k].on) continue;
        std::string const key = path + "." + std::to_string(k);
        causes.push_back({key, {CauseName::Kind::intervention, sections[k].key, sections[k].target}, {SwitchOff{key}}});
    }
}

std::vector<std::string> levers_of(Scenario const& scenario, std::string_view strategy) {
    std::vector<std::string> keys;
    for (InterventionSection const& section : scenario.interventions)
        if (section.on) keys.push_back(section.key);
    for (Strategy const& one : scenario.strategies)
        for (InterventionSection const& section : one.interventions)
            if (one.name == strategy && section.on) keys.push_back(section.key);
    return keys;
}

std::vector<std::string> mechanisms_to_name() {
    std::vector<std::string> keys;
    for (PluginSpec const* plugin : known_plugins().mechanisms)
        if (plugin->key != "levers") keys.emplace_back(plugin->key);  // without it no intervention could be there
    return keys;
}

}  // namespace

bool is_on(Scenario const& scenario, std::string_view mechanism) {
    auto const section = std::ranges::find(scenario.mechanisms, mechanism, &MechanismSection::key);
    return section == scenario.mechanisms.end() || section->on;
}

std::vector<Cause> interventions_as_causes(Scenario const& scenario, std::string_view strategy) {
    std::vector<Cause> causes;
    add_interventions(causes, scenario.interventions, "interventions");
    for (Strategy const& one : scenario.strategies)
        if (one.name == strategy) add_interventions(causes, one.interventions, "strategies." + one.name + ".interventions");
    return causes;
}

std::vector<Cause> default_causes_of(Model const& model) {
    constexpr std::size_t most_interventions = 3;
    Scenario const& scenario = model.scenario();
    std::vector<Cause> causes = interventions_as_causes(scenario, model.strategy());
    if (causes.size() > most_interventions) causes.resize(most_interventions);
    for (Known const& one : known()) {
        if (causes.size() == default_causes) break;
        Cause cause = made(one, scenario);
        if ((one.mechanism.empty() || is_on(scenario, one.mechanism)) && !cause.absent.empty())
            causes.push_back(std::move(cause));
    }
    return causes;
}

std::vector<Cause> causes_named(Model const& model, std::vector<std::string> const& names) {
    Scenario const& scenario = model.scenario();
    std::vector<Cause> const interventions = interventions_as_causes(scenario, model.strategy());
    std::vector<std::string> const levers = levers_of(scenario, model.strategy()), mechanisms = mechanisms_to_name();
    std::vector<std::string> possible = known_causes();
    possible.insert(possible.end(), levers.begin(), levers.end());
    possible.insert(possible.end(), mechanisms.begin(), mechanisms.end());
    std::vector<Cause> causes;
    std::vector<Problem> problems;
    auto const add = [&](Cause cause) {
        if (std::ranges::find(causes, cause.key, &Cause::key) == causes.end()) causes.push_back(std::move(cause));
    };
    for (std::string const& name : names) {
        auto const word = std::ranges::find(known(), name, &Known::key);
        if (word != known().end())
            add(made(*word, scenario));
        else if (std::ranges::find(levers, name) != levers.end())
            for (std::size_t k = 0; k < levers.size(); ++k) {
                if (levers[k] == name) add(interventions[k]);
            }
        else if (std::ranges::find(mechanisms, name) != mechanisms.end())
            add({"mechanisms." + name, {CauseName::Kind::mechanism, name}, {SwitchOff{"mechanisms." + name}}});
        else
            problems.push_back({{"--factors"},
                                Message("there is no factor '{0}' here", {micropol::name(name)}),
                                Message("known are {0}", {listed(possible)}),
                                did_you_mean(name, possible)});
    }
    if (causes.size() > max_causes)
        problems.push_back({{"--factors"},
                            Message("{0} factors are too many", {Count{causes.size()}}),
                            Message("every combination of them is simulated, and at most {0} can be", {Count{max_causes}}),
                            "choose those that matter"});
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return causes;
}

std::vector<std::string> known_causes() {
    std::vector<std::string> keys;
    for (Known const& one : known()) keys.emplace_back(one.key);
    return keys;
}

}  // namespace micropol
