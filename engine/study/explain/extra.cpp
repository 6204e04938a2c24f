#include "study/explain/extra.h"

#include <algorithm>

#include "model/model.h"
#include "scenario/node.h"
#include "study/optimise/bundle.h"

namespace micropol {

Override extra_intervention(std::string_view lever, double intensity, Target const& target, bool free) {
    Node node = map();
    node.add("lever", scalar(std::string(lever)));
    node.add("intensity", scalar_of(intensity));
    node.add("target", node_of(target));
    constexpr std::string_view prices[] = {"weekly_cost", "cost_per_head", "credibility", "mistiming_cost"};
    for (PluginSpec const* plugin : known_plugins().interventions) {
        if (!free || plugin->key != lever) continue;
        for (ParameterSpec const& spec : plugin->parameters)
            if (std::ranges::find(prices, spec.name) != std::end(prices)) node.add(std::string(spec.name), scalar("0"));
    }
    return {"interventions.+", to_line(node)};
}

Override with_silenced(Scenario const& scenario, std::string const& id) {
    std::vector<std::string> ids = scenario.silenced;
    ids.push_back(id);
    return {"organisation.silenced", to_line(as_list(ids))};
}

Variant changed(Variant base, std::string name, std::vector<Override> const& more) {
    base.name = std::move(name);
    base.changes.insert(base.changes.end(), more.begin(), more.end());
    return base;
}

}  // namespace micropol
