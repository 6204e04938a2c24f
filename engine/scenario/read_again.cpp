#include "scenario/read_again.h"

#include <algorithm>

#include "base/overloaded.h"
#include "scenario/cross_check.h"
#include "scenario/number.h"
#include "scenario/to_node.h"

namespace micropol {

namespace {

class Again {
  public:
    Again(ReadBefore const& before, Field const& format)
        : before_(before), format_(format), reader_(before.folder, before.allow_outside, problems_) {}

    std::optional<Scenario> read(std::span<Change const> changes) {
        for (Change const& change : changes)
            if (auto const* number = std::get_if<SetNumber>(&change))
                set(number->path, to_node(number->value));
            else if (auto const* off = std::get_if<SwitchOff>(&change))
                set(off->path + ".on", scalar("off"));
        if (!possible_) return std::nullopt;
        values_.empty() ? void(scenario_ = before_.scenario) : store_all();
        for (Change const& change : changes) std::visit(Overloaded{[&](auto const& one) { add(one); }}, change);
        std::vector<DepartmentReference> references = before_.references;
        references.insert(references.end(), reader_.references().begin(), reader_.references().end());
        cross_check(scenario_, before_.understood, references, problems_);
        if (!possible_) return std::nullopt;
        if (!problems_.empty()) {
            bool const placed = std::ranges::none_of(problems_, [](Problem const& one) { return one.place.file.empty(); });
            if (placed) throw InvalidInput(std::move(problems_));
            return std::nullopt;
        }
        leave_out_defaults(scenario_);
        scenario_.resolved = to_yaml(before_.understood, patches_);
        return std::move(scenario_);
    }

  private:
    void set(std::string const& path, Node node) {
        auto const known = before_.recording.by_path.find(path);
        if (known == before_.recording.by_path.end()) return void(possible_ = false);
        auto const& [field, value, route] = before_.recording.stored[known->second];
        Value now = value;
        now.given = true;
        move_to(node, value.place);
        Node understood;
        possible_ &= reader_.reread(*field, node, now, understood);
        Node const* at = &before_.understood;
        for (std::size_t const step : route) at = &at->items[step];
        std::erase_if(patches_, [&](Patch const& patch) { return patch.at == at; });
        patches_.push_back({.at = at, .instead = std::move(understood)});
        values_.insert_or_assign(known->second, std::move(now));
    }

    void store_all() {
        scenario_.privacy = before_.scenario.privacy, scenario_.file = before_.scenario.file;
        auto const& stored = before_.recording.stored;
        auto changed = values_.begin();
        for (std::size_t k = 0; k < stored.size(); ++k) {
            bool const other = changed != values_.end() && changed->first == k;
            stored[k].field->store(scenario_, other ? (changed++)->second : stored[k].value);
        }
    }

    void add(Override const&) { possible_ = false; }
    void add(SetNumber const&) {}
    void add(SwitchOff const&) {}
    void add(AddIntervention const& change) {
        append("interventions", "", to_node(change.intervention), change.intervention.place);
    }
    void add(AddShock const& change) { append("shocks", "", to_node(change.shock), change.shock.place); }
    void add(AddStrategy const& change) {
        if (std::ranges::find(scenario_.strategies, change.strategy.name, &Strategy::name) != scenario_.strategies.end())
            return void(possible_ = false);
        append("strategies", change.strategy.name, to_node(change.strategy), change.strategy.place);
        scenario_.strategies.back().name = change.strategy.name;
    }
    void add(SilencePeople const& change) {
        Field const* const field = format_.find("organisation")->find("silenced");
        Node const* const at = before_.understood.find("organisation")->find("silenced");
        scenario_.silenced.clear();
        patches_.push_back({.at = at, .instead = reader_.read(*field, list_of(change.ids), scenario_)});
    }

    // One more entry of a list, or of a group of names.
    void append(std::string const& where, std::string const& name, Node entry, Place const& place) {
        Field const* const field = format_.find(where);
        Node const* const at = before_.understood.find(where);
        move_to(entry, place);
        auto patch = std::ranges::find(patches_, at, &Patch::at);
        if (patch == patches_.end()) patch = patches_.insert(patch, {.at = at});
        Node understood = reader_.read(field->fields.front(), entry, scenario_);
        name.empty() ? patch->more.items.push_back(std::move(understood)) : void(patch->more.add(name, std::move(understood)));
        possible_ &= double(at->items.size() + patch->more.items.size()) <= field->range.high;
    }

    ReadBefore const& before_;
    Field const& format_;
    std::vector<Problem> problems_;
    ScenarioReader reader_;
    Scenario scenario_;
    std::map<std::size_t, Value> values_;  // instead of those stored, by position
    std::vector<Patch> patches_;
    bool possible_ = true;
};

}  // namespace

void leave_out_defaults(Scenario& scenario) {
    std::erase_if(scenario.mechanisms,
                  [](MechanismSection const& mechanism) { return mechanism.on && mechanism.parameters.empty(); });
}

std::optional<Scenario> read_again(ReadBefore const& before, Field const& format, std::span<Change const> changes) {
    return Again(before, format).read(changes);
}

}  // namespace micropol
