#include "scenario/to_node.h"

#include "scenario/number.h"

namespace micropol {

namespace {

Node whole(int value) { return scalar(std::to_string(value)); }

void add_numbers(Node& node, std::vector<NamedNumber> const& numbers) {
    for (NamedNumber const& one : numbers) node.add(one.name, to_node(one.number));
}

}  // namespace

Node list_of(std::vector<std::string> const& words) {
    std::vector<Node> items;
    for (std::string const& word : words) items.push_back(scalar(word));
    return list(std::move(items));
}

Node to_node(Target const& target) {
    Node node = map();
    if (!target.departments.empty()) node.add("departments", list_of(target.departments));
    if (!target.levels.empty()) {
        Node levels = list({});
        for (int const level : target.levels) levels.items.push_back(whole(level));
        node.add("levels", std::move(levels));
    }
    if (!target.people.empty()) node.add("people", list_of(target.people));
    if (target.who != Who::all) node.add("who", scalar(std::string(who_names[std::size_t(target.who)])));
    if (target.sight != Target{}.sight) node.add("sight", scalar(std::string(sight_names[std::size_t(target.sight)])));
    if (target.top.number > 0) {
        Node top = map();
        top.add("number", whole(target.top.number));
        top.add("by", scalar(std::string(ranking_names[std::size_t(target.top.by)])));
        node.add("top", std::move(top));
    }
    return node;
}

Node to_node(Trigger const& trigger) {
    Node node = map();
    node.add("outcome", scalar(trigger.outcome));
    if (trigger.below) node.add("below", to_node(*trigger.below));
    if (trigger.above) node.add("above", to_node(*trigger.above));
    if (trigger.at_week) node.add("at_week", whole(*trigger.at_week));
    if (trigger.from_week) node.add("from_week", whole(*trigger.from_week));
    if (trigger.for_weeks > 0) node.add("for_weeks", whole(trigger.for_weeks));
    return node;
}

Node to_node(InterventionSection const& intervention) {
    Node node = map();
    node.add("lever", scalar(intervention.key));
    if (!intervention.on) node.add("on", scalar("off"));
    node.add("intensity", to_node(intervention.intensity));
    if (Node target = to_node(intervention.target); !target.items.empty()) node.add("target", std::move(target));
    if (intervention.from_week > 0) node.add("from_week", whole(intervention.from_week));
    if (intervention.until_week > 0) node.add("until_week", whole(intervention.until_week));
    if (intervention.when) node.add("when", to_node(*intervention.when));
    add_numbers(node, intervention.parameters);
    return node;
}

Node to_node(ShockSection const& shock) {
    Node node = map();
    node.add("kind", scalar(std::string(shock_names()[std::size_t(shock.kind)])));
    if (shock.week >= 0) node.add("week", whole(shock.week));
    add_numbers(node, shock.numbers);
    return node;
}

Node to_node(Strategy const& strategy) {
    Node interventions = list({});
    for (InterventionSection const& one : strategy.interventions) interventions.items.push_back(to_node(one));
    Node node = map();
    if (!strategy.meaning.empty()) node.add("meaning", scalar(strategy.meaning));
    node.add("interventions", std::move(interventions));
    return node;
}

}  // namespace micropol
