#include "organisation/generate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "organisation/drawn_plan.h"
#include "organisation/drawn_ties.h"
#include "organisation/latent_ties.h"
#include "organisation/reporting.h"

namespace micropol {

namespace {

// "Sales-017"
std::string numbered(std::string const& department, std::uint32_t number, std::uint32_t headcount) {
    std::string const digits = std::to_string(number);
    std::size_t const width = std::max<std::size_t>(3, std::to_string(headcount).size());
    return department + '-' + std::string(width - digits.size(), '0') + digits;
}

// [department + 1]: people of a department stand next to each other.
std::vector<std::uint32_t> first_of_each(OrganisationPlan const& plan) {
    std::vector<std::uint32_t> start{0};
    for (DepartmentPlan const& department : plan.departments) start.push_back(start.back() + department.headcount);
    return start;
}

void place_people(Organisation& made, OrganisationPlan const& plan, Chances const& chances) {
    constexpr Range shares{0, 1};
    made.name = plan.name;
    for (std::uint32_t d = 0; d < plan.departments.size(); ++d) {
        DepartmentPlan const& department = plan.departments[d];
        Stream relation = chances.of("relation_substitutability", d), data = chances.of("data_substitutability", d);
        made.departments.push_back({department.name, float(sample(department.relation_substitutability, shares, relation)),
                                    float(sample(department.data_substitutability, shares, data))});
        made.department.insert(made.department.end(), department.headcount, std::uint16_t(d));
        for (std::uint32_t k = 1; k <= department.headcount; ++k)
            made.id.push_back(numbered(department.name, k, department.headcount));
    }
    made.person = made.id;
}

// Who leads it all: the head of "Management", else of the largest department, the first listed of equals.
std::size_t leading_department(OrganisationPlan const& plan) {
    auto const& departments = plan.departments;
    auto found = std::ranges::find_if(departments, [](auto const& d) { return d.name == "Management" && d.headcount > 0; });
    if (found == departments.end()) found = std::ranges::max_element(departments, {}, &DepartmentPlan::headcount);
    return std::size_t(found - departments.begin());
}

void appoint_managers(Organisation& made, OrganisationPlan const& plan, std::vector<std::uint32_t> const& start, double span,
                      Stream stream) {
    made.manager.assign(made.headcount(), nobody);
    std::uint32_t const top = start[leading_department(plan)];
    for (std::size_t d = 0; d + 1 < start.size(); ++d) {
        if (start[d] == start[d + 1]) continue;
        grow_tree(made.manager, start[d], start[d + 1] - start[d], span, stream);
        if (start[d] != top) made.manager[start[d]] = top;
    }
    made.level = levels_of(made.manager);
}

// Departments with their people, and who reports to whom.
Organisation posts_of(OrganisationPlan const& plan, DrawnPlan const& drawn, std::vector<std::uint32_t> const& start,
                      Chances const& chances) {
    check(plan.departments.size() <= 65'535, "departments are numbered by sixteen bits");
    Organisation made;
    place_people(made, plan, chances);
    if (made.headcount() > 0) appoint_managers(made, plan, start, drawn.span, chances.of("managers"));
    return made;
}

void draw_people(Organisation& made, OrganisationPlan const& plan, std::vector<std::uint32_t> const& start,
                 Chances const& chances) {
    made.tenure_years.resize(made.headcount());
    for (auto& column : made.trait) column.resize(made.headcount());
    made.attitude_stated.resize(made.headcount());
    for (std::uint32_t d = 0; d < plan.departments.size(); ++d) {
        std::vector<std::uint32_t> people(start[d + 1] - start[d]);
        std::iota(people.begin(), people.end(), start[d]);
        draw_tenure(made, plan.departments[d].tenure_years, people, chances.of("tenure_years", d));
        for (std::size_t k = 0; k < trait_count; ++k)
            draw_trait(made, Trait(k), plan.departments[d].trait[k].value_or(default_spread(Trait(k))), people,
                       chances.of(trait_specs()[k].name, d));
        bool const stated = plan.departments[d].trait[std::size_t(Trait::attitude)].has_value();
        for (std::uint32_t const i : people) made.attitude_stated[i] = stated;
    }
}

}  // namespace

Organisation generate_posts(OrganisationPlan const& plan, Stream stream) {
    Chances const chances(stream);
    return posts_of(plan, draw_plan(plan, chances), first_of_each(plan), chances);
}

Organisation generate(OrganisationPlan const& plan, Stream stream) {
    Chances const chances(stream);
    DrawnPlan const drawn = draw_plan(plan, chances);
    std::vector<std::uint32_t> const start = first_of_each(plan);
    Organisation made = posts_of(plan, drawn, start, chances);
    draw_people(made, plan, start, chances);
    std::vector<Tie> const ties = plan.shape == TieShape::acquaintances ? draw_ties(made, plan, drawn, chances)
                                                                        : regular_ties(made, plan.shape, drawn);
    made.ties = build_ties(made.headcount(), ties, float(drawn.unreciprocated));
    if (plan.shape == TieShape::acquaintances) add_latent_ties(made, plan, drawn, chances);
    complete(made, false);
    return made;
}

}  // namespace micropol
