// What a person has in one column, read as text, number or range.

#include <cmath>

#include "organisation/import_people.h"
#include "words/number_text.h"

namespace micropol {

Place GivenPeople::place(PersonRow const& row, std::string const& known) const {
    Place place = row.place;
    if (auto const found = field.find(known); found != field.end()) place.column = found->second;
    return place;
}

std::vector<std::string> names_of(GivenPeople const& given) {
    std::vector<std::string> names;
    for (PersonRow const& row : given.rows) names.emplace_back(text_of(row, "name"));
    return names;
}

std::string_view text_of(PersonRow const& row, std::string const& known) {
    auto const found = row.fields.find(known);
    return found == row.fields.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<double> number_of(GivenPeople const& given, std::size_t row, std::string const& known, Range range,
                                MisfitRows& misfits) {
    PersonRow const& person = given.rows[row];
    std::string_view const text = text_of(person, known);
    if (is_missing(text)) return {};
    auto const mark = given.mark.find(known);
    bool const is_tenure = known == "tenure";
    std::optional<double> number = is_tenure && row < given.years.size() ? given.years[row] : std::nullopt;
    if (!number && (number = number_in(text, mark == given.mark.end() ? DecimalMark::point : mark->second)) && is_tenure)
        *number *= given.tenure_unit;
    if (number && std::isfinite(*number) && *number >= range.low && *number <= range.high) return number;
    auto const column = given.column.find(known);
    misfits.add(Misfit::unreadable_values, given.place(person, known), std::string(text),
                column == given.column.end() ? known : column->second,
                Message("{0} to {1}", {exact(range.low), exact(range.high)}));
    return {};
}

void take_influence(GivenPeople const& given, std::size_t row, ImportedOrganisation& into, MisfitRows& misfits) {
    constexpr Range shares{0, 1};
    std::string const column(influence_column);
    if (auto const within = range_in(text_of(given.rows[row], column), shares))
        into.influence.push_back({std::uint32_t(row), *within});
    else if (auto const place = number_of(given, row, column, shares, misfits))
        into.influence.push_back({std::uint32_t(row), {*place, *place}});
}

}  // namespace micropol
