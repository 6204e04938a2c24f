#include "micropol/synthetic.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "organisation/department_groups.h"
#include "scenario/number.h"
#include "scenario/to_node.h"

namespace micropol::app {

namespace {

struct Spread {
    double mean = 0, sd = 0;
};

Spread spread_of(std::vector<double> const& values) {
    Spread spread;
    for (double const value : values) spread.mean += value / double(values.size());
    for (double const value : values) spread.sd += (value - spread.mean) * (value - spread.mean) / double(values.size());
    spread.sd = std::sqrt(spread.sd);
    return spread;
}

double rounded(double value) { return std::round(value * 1000) / 1000; }

// "{normal: [0.5, 0.1]}"; a single number where everybody has it.
Node distribution(Spread spread, bool share) {
    spread = {rounded(spread.mean), rounded(spread.sd)};
    bool const possible = share && spread.mean > 0 && spread.mean < 1 &&
                          spread.sd * spread.sd < 0.9 * spread.mean * (1 - spread.mean);
    if (spread.sd <= 0) return to_node(spread.mean);
    Node node = map();
    node.add(possible ? "beta" : "normal", list({to_node(spread.mean), to_node(spread.sd)}));
    return node;
}

Node department(std::string const& name, std::vector<std::uint32_t> const& members, Organisation const& organisation,
                Node const* assumed) {
    auto const spread = [&](auto const& values) {
        std::vector<double> of_members;
        of_members.reserve(members.size());
        for (std::uint32_t const i : members) of_members.push_back(double(values[i]));
        return spread_of(of_members);
    };
    Node node = map(), traits = map();
    node.add("name", scalar(name));
    node.add("headcount", scalar(std::to_string(members.size())));
    for (std::string_view const key : {"relation_substitutability", "data_substitutability"})
        if (Node const* const given = assumed ? assumed->find(key) : nullptr) node.add(std::string(key), *given);
    node.add("tenure_years", distribution(spread(organisation.tenure_years), false));
    for (std::size_t k = 0; k < trait_count; ++k) {
        ParameterSpec const& spec = trait_specs()[k];
        traits.add(std::string(spec.name),
                   distribution(spread(organisation.trait[k]), spec.range.low == 0 && spec.range.high == 1));
    }
    node.add("traits", std::move(traits));
    return node;
}

// Numbers that the scenario gives stay; contacts and how mutual they are come from the ties.
Node ties_of(Node const* given, Organisation const& organisation, DataQuality const& quality) {
    Node ties = map();
    for (OrganisationSpec const& spec : organisation_specs())
        if (Node const* const number = given ? given->find(spec.parameter.name) : nullptr)
            ties.add(std::string(spec.parameter.name), *number);
    auto const add = [&](char const* key, double value, double least, double most) {
        if (ties.find(key) == nullptr && std::isfinite(value)) ties.add(key, to_node(rounded(std::clamp(value, least, most))));
    };
    double const others = std::max(1.0, double(organisation.headcount()) - 1);
    add("contacts", 2 * double(quality.ties) / (1 + quality.reciprocity) / double(organisation.headcount()), 1,
        std::min(others, 100.0));
    add("reciprocity", quality.reciprocity, 0, 1);
    return ties;
}

// Departments by the name of their group, wherever the scenario names them.
class Renamed {
  public:
    Renamed(Organisation const& organisation, DepartmentGroups const& groups) {
        for (std::size_t d = 0; d < organisation.departments.size(); ++d)
            name_of_[organisation.departments[d].name] = groups.names[groups.of[d]];
    }
    void everywhere(Node& node) const {
        if (node.kind == Node::Kind::scalar)
            if (auto const known = name_of_.find(node.text); known != name_of_.end()) node.text = known->second;
        for (Node& item : node.items) everywhere(item);
    }
    // "Field sales; Inside sales"
    void in_list(Node& node) const {
        std::string text;
        for (std::size_t from = 0; from <= node.text.size();) {
            std::size_t const to = std::min(node.text.find(';', from), node.text.size());
            std::string one = node.text.substr(from, to - from);
            one.erase(0, one.find_first_not_of(' '));
            if (auto const known = name_of_.find(one); known != name_of_.end()) one = known->second;
            if (text.find(one) == std::string::npos) text += (text.empty() ? "" : "; ") + one;
            from = to + 1;
        }
        node.text = text;
    }

  private:
    std::map<std::string, std::string, std::less<>> name_of_;
};

// Interventions for single people go: nobody of that name is there.
std::size_t leave_out_people(Node& interventions) {
    return std::erase_if(interventions.items, [](Node const& one) {
        Node const* const target = one.find("target");
        return target != nullptr && target->find("people") != nullptr;
    });
}

}  // namespace

Synthetic synthetic(Node written, Model const& model) {
    Organisation const organisation = *model.block(0).organisation;
    DepartmentGroups const groups = department_groups(organisation);
    Synthetic made{.scenario = std::move(written), .departments = groups.names.size()};
    Node* const before = made.scenario.find("organisation");
    std::vector<std::vector<std::uint32_t>> members(groups.names.size());
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) members[groups.of[organisation.department[i]]].push_back(i);
    Node departments = list({}), described = map();
    for (std::size_t group = 0; group < groups.names.size(); ++group) {
        Node const* assumed = nullptr;
        if (Node const* const given = before->find("departments"))
            for (Node const& one : given->items)
                if (Node const* const name = one.find("name"); name != nullptr && name->text == groups.names[group])
                    assumed = &one;
        if (!members[group].empty())
            departments.items.push_back(department(groups.names[group], members[group], organisation, assumed));
    }
    if (Node const* const name = before->find("name")) described.add("name", *name);
    described.add("departments", std::move(departments));
    described.add("ties", ties_of(before->find("ties"), organisation, *model.data_quality()));
    *before = std::move(described);

    Renamed const renamed(organisation, groups);
    if (Node* const governance = made.scenario.find("governance"))
        for (char const* key : {"marketing_department", "sales_department"})
            if (Node* const asked = governance->find(key)) renamed.in_list(*asked);
    auto const adapt = [&](Node& interventions) {
        made.left_out += leave_out_people(interventions);
        for (Node& one : interventions.items)
            if (Node* const target = one.find("target")) renamed.everywhere(*target);
    };
    if (Node* const always = made.scenario.find("interventions")) adapt(*always);
    if (Node* const strategies = made.scenario.find("strategies"))
        for (Node& strategy : strategies->items)
            if (Node* const interventions = strategy.find("interventions")) adapt(*interventions);
    return made;
}

}  // namespace micropol::app
