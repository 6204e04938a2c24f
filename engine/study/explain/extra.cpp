#include "study/explain/extra.h"

#include <algorithm>

#include "model/model.h"

namespace micropol {

AddIntervention extra_intervention(std::string_view lever, double intensity, Target const& target, bool free) {
    InterventionSection section;
    section.key = lever;
    section.intensity.value = intensity;
    section.target = target;
    constexpr std::string_view prices[] = {"weekly_cost",  "cost_per_head", "burden",
                                           "working_time", "credibility",   "mistiming_cost"};
    for (PluginSpec const* plugin : known_plugins().interventions) {
        if (!free || plugin->key != lever) continue;
        for (ParameterSpec const& spec : plugin->parameters)
            if (std::ranges::find(prices, spec.name) != std::end(prices))
                section.parameters.push_back({std::string(spec.name), Number{0.0, "", {}}});
    }
    return {std::move(section)};
}

SilencePeople with_silenced(Scenario const& scenario, std::string const& id) {
    SilencePeople people{scenario.silenced};
    people.ids.push_back(id);
    return people;
}

bool begins_before(InterventionSection const& intervention, int week) {
    auto const& when = intervention.when;
    int const first_check = when ? when->at_week.value_or(when->from_week.value_or(0)) : -1;
    return std::max(intervention.from_week, first_check + 1) < week;
}

Variant changed(Variant base, std::string name, std::vector<Change> const& more) {
    base.name = std::move(name);
    base.changes.insert(base.changes.end(), more.begin(), more.end());
    return base;
}

}  // namespace micropol
