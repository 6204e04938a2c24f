#include "study/extra.h"

#include <algorithm>

#include "model/model.h"
#include "scenario/read_yaml.h"
#include "study/bundle.h"

namespace micropol {

Node extra_intervention(std::string_view lever, double intensity, Target const& target, bool free) {
    Node node = map();
    node.add("lever", scalar(std::string(lever)));
    node.add("intensity", scalar_of(intensity));
    node.add("target", node_of(target));
    if (!free) return node;
    constexpr std::string_view prices[] = {"weekly_cost", "cost_per_head", "credibility", "mistiming_cost"};
    for (PluginSpec const* plugin : known_plugins().interventions) {
        if (plugin->key != lever) continue;
        for (ParameterSpec const& spec : plugin->parameters)
            if (std::ranges::find(prices, spec.name) != std::end(prices)) node.add(std::string(spec.name), scalar("0"));
    }
    return node;
}

Override with_interventions(Scenario const& scenario, std::vector<Node> const& extra) {
    std::vector<Problem> none;
    Node const written = read_yaml(scenario.resolved, scenario.file.string(), none);
    Node const* const own = written.find("interventions");
    std::vector<Node> all;
    if (own != nullptr) all = own->items;
    all.insert(all.end(), extra.begin(), extra.end());
    return {"interventions", to_line(list(std::move(all)))};
}

Override with_silenced(Scenario const& scenario, std::string const& id) {
    std::vector<std::string> ids = scenario.silenced;
    ids.push_back(id);
    return {"organisation.silenced", to_line(as_list(ids))};
}

Variant changed(Variant base, std::string name, Override change) {
    base.name = std::move(name);
    base.changes.push_back(std::move(change));
    return base;
}

}  // namespace micropol
