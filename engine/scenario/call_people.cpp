#include "scenario/call_people.h"

#include <algorithm>

#include "scenario/read_yaml.h"

namespace micropol {

namespace {

class Caller {
  public:
    explicit Caller(std::map<std::string, std::string> const& called) : called_(called) {}

    void go_through(Node& node, std::string_view above = {}) {
        for (std::size_t k = 0; k < node.items.size(); ++k) {
            std::string_view const key = node.kind == Node::Kind::map ? std::string_view(node.keys[k].text) : above;
            Node& item = node.items[k];
            if (above == "organisation" && (key == "people" || key == "ties"))
                call_listed(item);
            else if ((key == "people" || key == "silenced") && item.kind == Node::Kind::list)
                for (Node& person : item.items) (void)call(person);
            else
                go_through(item, key);
        }
    }

  private:
    // Of people or ties. Whatever a column is called: names become others, and what is neither a number nor about departments goes.
    void call_listed(Node& node) {
        Node* const list = node.kind == Node::Kind::list ? &node : node.find("list");
        if (list == nullptr || list->kind != Node::Kind::list) return;
        for (Node& row : list->items) {
            if (row.kind != Node::Kind::map) continue;
            Node kept = map();
            for (std::size_t k = 0; k < row.keys.size(); ++k) {
                std::string const& column = row.keys[k].text;
                Node& value = row.items[k];
                if (column != "name" &&
                    (call(value) || column == "department" || column == "level" || column == "kind" || is_number(value)))
                    kept.add(column, value);
            }
            row = std::move(kept);
        }
    }
    static bool is_number(Node const& value) {
        return value.kind != Node::Kind::scalar || value.text.find_first_not_of("0123456789.eE+-") == std::string::npos;
    }
    // True where there is somebody of that id or name.
    bool call(Node& person) const {
        auto const known = called_.find(person.text);
        if (known != called_.end()) person.text = known->second;
        return known != called_.end();
    }

    std::map<std::string, std::string> const& called_;
};

}  // namespace

bool names_people(Scenario const& scenario) {
    auto const targets = [](std::vector<InterventionSection> const& sections) {
        return std::ranges::any_of(sections, [](InterventionSection const& one) { return !one.target.people.empty(); });
    };
    bool const listed = scenario.import && (!scenario.import->person_rows.empty() || !scenario.import->tie_rows.empty());
    return listed || !scenario.silenced.empty() || targets(scenario.interventions) ||
           std::ranges::any_of(scenario.strategies, [&](Strategy const& strategy) { return targets(strategy.interventions); });
}

std::string with_people_called(std::string const& resolved, std::map<std::string, std::string> const& called) {
    std::vector<Problem> problems;
    Node tree = read_yaml(resolved, "scenario", problems);
    Caller(called).go_through(tree);
    return to_yaml(tree);
}

}  // namespace micropol
