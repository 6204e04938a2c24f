#include "micropol/describe_parameters.h"

#include <algorithm>
#include <map>

#include "base/plausible.h"
#include "micropol/records.h"
#include "model/known_numbers.h"

namespace micropol::app {

namespace {

constexpr std::size_t grade_count = std::size(grade_names);

// How many there are of each grade.
using Counts = std::array<std::size_t, grade_count>;

// "organisation.ties.contacts" stands under ties, "culture.rivalry" under situation.
std::string_view group_of(std::string const& path) {
    for (std::string_view const group : {"mechanisms", "levers"})
        if (path.starts_with(group)) return group;
    return path.starts_with("organisation.ties") ? "ties" : "situation";
}

std::vector<std::string> row_of(std::string_view group, Counts const& counts) {
    std::vector<std::string> row{std::string(group)};
    std::size_t all = 0;
    for (std::size_t const count : counts) row.push_back(std::to_string(count)), all += count;
    row.push_back(std::to_string(all));
    return row;
}

}  // namespace

std::vector<std::string> parameter_columns() {
    return {"name", "unit", "usual", "plausible", "limits", "grade", "source", "meaning"};
}

std::string_view name_of(Grade grade) { return grade_names[std::size_t(grade)]; }

std::string plausible_in_short(ParameterSpec const& spec) {
    Range const range = plausible_range(spec);
    return range.low < range.high ? in_short(range) : in_short(range.low);
}

std::vector<std::string> row_of(ParameterSpec const& spec, std::string name) {
    return {std::move(name),      std::string(name_of(spec.unit)),  in_short(spec.default_value), plausible_in_short(spec),
            in_short(spec.range), std::string(name_of(spec.grade)), std::string(spec.source),     std::string(spec.description)};
}

Description describe_parameters() {
    Table table{"parameters", parameter_columns(), {}};
    for (KnownNumber const& number : known_numbers()) table.rows.push_back(row_of(number.spec, number.path));
    return {
        "Parameters",
        "By the names that --set takes; of initiatives and shocks those of the first. Any may be a distribution in a scenario. With "
        "--assumptions drawn, each that the scenario does not give is drawn once a block from what is plausible; its limits "
        "only say where it still has a meaning. 'micropol describe grades' counts what they rest on.",
        {},
        {table}};
}

Description describe_grades() {
    constexpr std::string_view groups[] = {"ties", "situation", "mechanisms", "levers"};
    std::map<std::string_view, Counts> counts;
    Counts all{};
    for (KnownNumber const& number : known_numbers()) {
        ++counts[group_of(number.path)][std::size_t(number.spec.grade)];
        ++all[std::size_t(number.spec.grade)];
    }
    Table table{"grades", {"numbers"}, {}};
    for (std::string_view const grade : grade_names) table.columns.emplace_back(grade);
    table.columns.emplace_back("all");
    for (std::string_view const group : groups) table.rows.push_back(row_of(group, counts[group]));
    table.rows.push_back(row_of("all", all));
    return {
        "What the model's numbers rest on",
        "How many are assumed by us; published by practitioners; yielded by a single study, a meta-analysis, randomised trials; or exact, "
        "as a definition or the limiting case of a mechanism. A source may say that a matter is so without saying how much: then "
        "the number is assumed.",
        {},
        {table}};
}

}  // namespace micropol::app
