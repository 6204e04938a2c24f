#include "scenario/horizon.h"

#include <algorithm>
#include <charconv>

#include "scenario/field.h"

namespace micropol {

namespace {

// Anything else than a whole number is refused when the tree is understood.
std::optional<int> whole(Node const* at) {
    if (!at || at->kind != Node::Kind::scalar) return std::nullopt;
    int value = 0;
    char const* const end = at->text.data() + at->text.size();
    auto const [read, error] = std::from_chars(at->text.data(), end, value);
    return error == std::errc{} && read == end ? std::optional(value) : std::nullopt;
}

void remove(Node& map, std::string_view key) {
    for (std::size_t k = map.keys.size(); k-- > 0;)
        if (map.keys[k].text == key) {
            map.keys.erase(map.keys.begin() + std::ptrdiff_t(k));
            map.items.erase(map.items.begin() + std::ptrdiff_t(k));
        }
}

void put(Node& map, std::string const& key, Node value) {
    value.place = map.place;
    if (Node* const there = map.find(key))
        *there = std::move(value);
    else
        map.add(key, std::move(value));
}

// The week after the one in which its trigger looks, at the earliest.
int start_of(int from_week, std::optional<int> look) { return look ? std::max(from_week, *look + 1) : from_week; }

void cut_intervention(Node& intervention, int weeks) {
    Node const* const when = intervention.find("when");
    auto look = when ? whole(when->find("at_week")) : std::nullopt;
    if (when && !look) look = whole(when->find("from_week"));
    if (start_of(whole(intervention.find("from_week")).value_or(0), look) >= weeks) put(intervention, "on", scalar("off"));
    if (whole(intervention.find("until_week")).value_or(0) > weeks) remove(intervention, "until_week");
}

void cut_interventions(Node* interventions, int weeks) {
    if (!interventions) return;
    for (Node& intervention : interventions->items) cut_intervention(intervention, weeks);
}

// "training (bundle)", "training"
Phrase named(InterventionSection const& intervention, std::string const& strategy) {
    return name(strategy.empty() ? intervention.key : intervention.key + " (" + strategy + ")");
}

struct Cut {
    Listing shortened, left_out;

    void look_at(std::vector<InterventionSection> const& interventions, std::string const& strategy, int weeks) {
        for (InterventionSection const& intervention : interventions) {
            auto const& when = intervention.when;
            auto const look = !when ? std::nullopt : when->at_week ? when->at_week : when->from_week;
            if (!intervention.on) continue;
            if (start_of(intervention.from_week, look) >= weeks)
                left_out.items.push_back(named(intervention, strategy));
            else if (intervention.until_week > weeks)
                shortened.items.push_back(named(intervention, strategy));
        }
    }
};

// Certainly not before that week.
bool starts_no_earlier(InitiativeSection const& initiative, int weeks) {
    auto const start = std::ranges::find(initiative.numbers, "start_week", &NamedNumber::name);
    if (start == initiative.numbers.end()) return false;
    auto const* const fixed = std::get_if<double>(&start->number.value);
    auto const* const uniform = std::get_if<UniformDistribution>(&start->number.value);
    auto const* const triangular = std::get_if<TriangularDistribution>(&start->number.value);
    auto const* const choice = std::get_if<ChoiceDistribution>(&start->number.value);
    if (choice) return std::ranges::all_of(choice->values, [&](double value) { return value >= weeks; });
    return (fixed && *fixed >= weeks) || (uniform && uniform->low >= weeks) || (triangular && triangular->low >= weeks);
}

}  // namespace

void cut_to_horizon(Node& root) {
    Node const* const runs = root.find("runs");
    auto const weeks = runs ? whole(runs->find("weeks")) : std::nullopt;
    if (!weeks || *weeks < 1) return;
    cut_interventions(root.find("interventions"), *weeks);
    if (Node* const strategies = root.find("strategies"))
        for (Node& strategy : strategies->items) cut_interventions(strategy.find("interventions"), *weeks);
    Node* const shocks = root.find("shocks");
    if (!shocks) return;
    for (Node& shock : shocks->items)
        if (whole(shock.find("week")).value_or(0) >= *weeks) {
            remove(shock, "week");
            put(shock, "hazard", scalar("0"));
        }
}

std::vector<Phrase> cut_by_horizon(Scenario const& scenario, int weeks) {
    Cut cut;
    cut.look_at(scenario.interventions, "", weeks);
    for (Strategy const& strategy : scenario.strategies) cut.look_at(strategy.interventions, strategy.name, weeks);
    for (ShockSection const& shock : scenario.shocks)
        if (shock.week >= weeks) cut.left_out.items.push_back(name(shock_names()[std::size_t(shock.kind)]));
    for (InitiativeSection const& initiative : scenario.initiatives)
        if (starts_no_earlier(initiative, weeks)) cut.left_out.items.push_back(name(initiative.name));
    std::vector<Phrase> said;
    Phrase const end = limit(weeks);
    if (!cut.shortened.items.empty())
        said.push_back(Message("--weeks {0}: these were to last longer and end with the history: {1}", {end, cut.shortened}));
    if (!cut.left_out.items.empty())
        said.push_back(Message("--weeks {0}: these would begin after the end and are left out: {1}", {end, cut.left_out}));
    return said;
}

std::vector<Problem> beyond_horizon(Scenario const& scenario) {
    std::vector<Problem> found;
    for (InitiativeSection const& initiative : scenario.initiatives)
        if (starts_no_earlier(initiative, scenario.weeks))
            found.push_back({initiative.place, Message("the initiative '{0}' never starts", {name(initiative.name)}),
                             Message("its start is planned for after the last week, {0}", {limit(scenario.weeks - 1)}),
                             "it has no effect"});
    return found;
}

}  // namespace micropol
