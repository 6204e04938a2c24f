// What the scenario says of departments, levels and people, held against those there are.

#include <algorithm>

#include "model/model.h"
#include "organisation/department_groups.h"
#include "organisation/department_roles.h"

namespace micropol {

void Model::check_against_people(std::vector<Problem>& problems) {
    std::vector<double> const numbers = draw_numbers(0);
    Organisation const first = make_posts(0, numbers);
    headcount_ = first.headcount();
    for (Department const& department : first.departments) departments_.push_back(department.name);
    department_groups_ = micropol::department_groups(first).names;
    marketing_ = departments_asked(scenario_.marketing, DecisionRule::marketing, problems);
    sales_ = departments_asked(scenario_.sales, DecisionRule::sales, problems);
    check_committee(first, make_settings(numbers), problems);
    for (std::string const& id : scenario_.silenced)
        if (first.find(id) == nobody)
            problems.push_back(
                {scenario_.silenced_place, Message("there is nobody with id '{0}'", {name(id)}), "", did_you_mean(id, first.id)});
    for (InterventionUse const& use : interventions_) check_target(use, first, problems);
}

DepartmentSet Model::departments_asked(std::string const& asked, DecisionRule rule, std::vector<Problem>& problems) const {
    DepartmentSet found;
    for (std::string const& department : departments_in(asked, departments_))
        if (auto const known = std::ranges::find(departments_, department); known != departments_.end())
            found.add(std::uint16_t(known - departments_.begin()));
    if (found.empty() && scenario_.rule == rule)
        problems.push_back({{scenario_.file.string()},
                            Message("the rule asks department '{0}', which does not exist", {name(asked)}),
                            Message("there are {0}", {listed(departments_)}),
                            did_you_mean(asked, departments_)});
    return found;
}

void Model::check_committee(Organisation const& first, Settings const& settings, std::vector<Problem>& problems) const {
    int const top = *std::ranges::max_element(first.level);
    if (!is_on("governance") || settings.rule != DecisionRule::committee || settings.committee_level <= float(top)) return;
    problems.push_back({{scenario_.file.string()},
                        "nobody sits on the committee",
                        Message("governance.committee_level asks for level {0}, the highest is {1}",
                                {name(std::to_string(int(settings.committee_level))), name(std::to_string(top))}),
                        "lower it"});
}

void Model::check_target(InterventionUse const& use, Organisation const& first, std::vector<Problem>& problems) const {
    Target const& target = use.section.target;
    std::size_t const before = problems.size();
    for (std::string const& department : target.departments)
        if (std::ranges::find(departments_, department) == departments_.end())
            problems.push_back({target.place, Message("there is no department '{0}'", {name(department)}),
                                Message("there are {0}", {listed(departments_)}), did_you_mean(department, departments_)});
    for (std::string const& id : target.people)
        if (first.find(id) == nobody)
            problems.push_back(
                {target.place, Message("there is nobody with id '{0}'", {name(id)}), "", did_you_mean(id, first.id)});
    if (problems.size() > before) return;
    std::vector<float> const intensity = intensity_of(use, first, 1);
    if (std::ranges::none_of(intensity, [](float f) { return f > 0; }))
        problems.push_back({target.place, Message("intervention '{0}' targets nobody", {name(use.section.key)}),
                            "no employee is in all the lists given", ""});
}

}  // namespace micropol
