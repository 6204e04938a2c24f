#include "organisation/import_people.h"

#include <algorithm>
#include <cmath>

#include "organisation/drawn_plan.h"
#include "words/number_text.h"

namespace micropol {

namespace {

std::string_view text_of(PersonRow const& row, std::string const& known) {
    auto const found = row.fields.find(known);
    return found == row.fields.end() ? std::string_view{} : std::string_view(found->second);
}

// The number a person has in a column; nothing, and a problem unless the text is missing, where there is none in range.
std::optional<double> number_of(GivenPeople const& given, PersonRow const& row, std::string const& known, Range range,
                                std::vector<Problem>& problems) {
    std::string_view const text = text_of(row, known);
    if (is_missing(text)) return {};
    std::optional<double> const number = number_in(text);
    if (!number || !std::isfinite(*number)) {
        add_problem(problems, given.place(row, known), Message("{0} '{1}' is not a number", {name(known), name(text)}), "",
                    "leave it empty where it is not known");
        return {};
    }
    if (*number < range.low || *number > range.high) {
        add_problem(problems, given.place(row, known), Message("{0} '{1}' is out of range", {name(known), name(text)}),
                    Message("{0} to {1}", {exact(range.low), exact(range.high)}));
        return {};
    }
    return number;
}

bool is_whole_number(std::string_view text) {
    std::size_t const sign = text.starts_with('-') ? 1 : 0;
    return text.size() > sign && text.find_first_not_of("0123456789", sign) == std::string_view::npos;
}

// "Department 3" for the code 3 in a column named department.
std::string department_name(std::string_view text, std::string column) {
    if (is_missing(text)) return "Unassigned";
    if (!is_whole_number(text)) return std::string(text);
    if (!column.empty() && column[0] >= 'a' && column[0] <= 'z') column[0] = char(column[0] - 'a' + 'A');
    return (column.empty() ? "Department" : column) + ' ' + std::string(text);
}

// Departments in the order of their codes where all are codes, else as they come.
void take_departments(GivenPeople const& given, ImportedOrganisation& into, std::vector<Problem>& problems) {
    bool const known = std::ranges::any_of(given.rows,
                                           [](PersonRow const& row) { return !is_missing(text_of(row, "department")); });
    auto const column = given.column.find("department");
    std::vector<std::string> texts;
    for (PersonRow const& row : given.rows) texts.emplace_back(text_of(row, "department"));
    std::vector<std::string> order = texts;
    if (std::ranges::all_of(order, is_whole_number))
        std::ranges::stable_sort(order, {}, [](std::string const& text) { return number_in(text).value_or(0); });
    IdIndex index;
    auto const index_of = [&](std::string const& text) {
        std::string const name = known ? department_name(text, column == given.column.end() ? "" : column->second) : "Everyone";
        auto const [found, is_new] = index.try_emplace(name, std::uint32_t(index.size()));
        if (is_new) into.base.departments.push_back({name});
        return found->second;
    };
    for (std::string const& text : order) index_of(text);
    for (std::string const& text : texts) into.base.department.push_back(std::uint16_t(index_of(text)));
    constexpr std::size_t most_departments = 65'535;
    if (index.size() > most_departments)
        add_problem(problems, given.place(given.rows[0], "department"), "too many departments",
                    Message("{0} of at most {1}", {name(std::to_string(index.size())), name(std::to_string(most_departments))}),
                    name_it_with("department"));
    if (!known) into.quality.remarks.emplace_back("No column names a department: everyone is in one, 'Everyone'.");
}

IdIndex take_ids(GivenPeople const& given, ImportedOrganisation& into, std::vector<Problem>& problems) {
    IdIndex index;
    for (std::uint32_t i = 0; i < given.rows.size(); ++i) {
        PersonRow const& row = given.rows[i];
        std::string const known = row.fields.contains("id") ? "id" : "name";
        std::string const id(text_of(row, known)), person(text_of(row, "name"));
        into.base.id.push_back(id);
        into.base.person.push_back(person.empty() ? id : person);
        if (id.empty()) {
            add_problem(problems, given.place(row, known), "a person without an id", "", "give everyone an id of their own");
        } else if (auto const [first, is_new] = index.try_emplace(id, i); !is_new) {
            Place const earlier = given.rows[first->second].place;
            add_problem(problems, given.place(row, known), Message("id '{0}' appears twice", {name(id)}),
                        first_in_line(earlier.line), "give everyone an id of their own");
        }
    }
    return index;
}

// What is said of levels that are guessed from a column {0}: its value {1} is the top, and what turns this round, {2}.
constexpr char const *
    by_the_sign =
       "No reporting lines are known: levels are those of '{0}', where {1} is taken as the most senior because the "
       "sign in --map level= says so; {2} turns this round.",
   *zero_without_reports =
       "No reporting lines are known: levels are those of '{0}', where {1} is taken as the most senior because 0 stands for "
       "people without reports; {2} turns this round.",
   *longer_with_the_firm =
       "No reporting lines are known: levels are those of '{0}', where {1} is taken as the most senior because people there have "
       "been with the firm longer; {2} turns this round.",
   *fewer_people =
       "No reporting lines are known: levels are those of '{0}', where {1} is taken as the most senior because fewer "
       "people are there; {2} turns this round.";

// True where small codes mean seniority.
bool low_is_senior(std::vector<std::optional<double>> const& code, double low, double high, ImportedOrganisation const& into,
                   char const*& remark) {
    double people[2] = {0, 0}, tenure[2] = {0, 0}, with_tenure[2] = {0, 0};  // at the low end, at the high end
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] != low && code[i] != high) continue;
        int const end = code[i] == high;
        ++people[end];
        if (!into.tenure_known[i]) continue;
        ++with_tenure[end];
        tenure[end] += double(into.base.tenure_years[i]);
    }
    if (low == 0) return remark = zero_without_reports, false;
    if (with_tenure[0] > 0 && with_tenure[1] > 0 && tenure[0] * with_tenure[1] != tenure[1] * with_tenure[0])
        return remark = longer_with_the_firm, tenure[0] * with_tenure[1] > tenure[1] * with_tenure[0];
    return remark = fewer_people, people[0] <= people[1];
}

}  // namespace

Place GivenPeople::place(PersonRow const& row, std::string const& known) const {
    Place place = row.place;
    if (auto const found = field.find(known); found != field.end()) place.column = found->second;
    return place;
}

GivenPeople people_in(RowTable const& table, std::map<std::string, std::string> const& given, std::vector<Problem>& problems) {
    ChosenColumns const chosen = choose_columns(table, people_columns(), given, problems);
    GivenPeople people;
    people.level_descends = chosen.level_descends;
    people.level_ascends = chosen.level_ascends;
    std::vector<bool> used(table.columns.size());
    for (auto const& [known, column] : chosen.index) {
        people.field[known] = int(column) + 1;
        people.column[known] = table.columns[column];
        used[column] = true;
    }
    for (std::size_t k = 0; k < used.size(); ++k)
        if (!used[k]) people.ignored.push_back(table.columns[k]);
    if (!chosen.contains("id") && !chosen.contains("name") && !table.columns.empty())
        add_problem(problems, {table.file, 1, 0}, "no column with the people's ids",
                    Message("it has {0}", {listed(table.columns)}), name_it_with("id"));
    for (RowTable::Row const& row : table.rows) {
        PersonRow& person = people.rows.emplace_back();
        person.place = {table.file, row.line, 0};
        for (auto const& [known, column] : chosen.index) {
            std::string& text = person.fields[known] = row.fields[column];
            // Where commas do not separate fields they may separate decimals.
            bool const is_text = known == "id" || known == "name" || known == "department" || known == "manager";
            if (table.separator != ',' && !is_text) std::ranges::replace(text, ',', '.');
        }
    }
    return people;
}

GivenPeople people_in(std::vector<PersonRow> const& rows, std::vector<Problem>& problems) {
    GivenPeople people;
    for (PersonRow const& row : rows) {
        PersonRow& person = people.rows.emplace_back();
        person.place = row.place;
        for (auto const& [column, text] : row.fields) {
            std::string const known(known_name(column, people_columns()));
            person.fields[known.empty() ? column : known] = text;
            if (!known.empty()) continue;
            std::vector<std::string_view> names;
            for (KnownColumn const& possible : people_columns()) names.push_back(possible.name);
            add_problem(problems, row.place, Message("nothing is known as '{0}'", {name(column)}),
                        Message("a person may have {0}", {listed(names)}), did_you_mean(column, names));
        }
    }
    return people;
}

IdIndex take_people(GivenPeople const& given, ImportedOrganisation& into, std::vector<Problem>& problems) {
    std::size_t const headcount = given.rows.size();
    IdIndex index = take_ids(given, into, problems);
    take_departments(given, into, problems);
    into.base.tenure_years.assign(headcount, 0);
    into.tenure_known.assign(headcount, false);
    for (std::size_t k = 0; k < trait_count; ++k) {
        into.base.trait[k].assign(headcount, 0);
        into.known[k].assign(headcount, false);
    }
    for (std::size_t i = 0; i < headcount; ++i) {
        PersonRow const& row = given.rows[i];
        if (auto const years = number_of(given, row, "tenure", tenure_range, problems)) {
            into.base.tenure_years[i] = float(*years);
            into.tenure_known[i] = true;
        }
        for (std::size_t k = 0; k < trait_count; ++k) {
            ParameterSpec const& trait = trait_specs()[k];
            auto const value = number_of(given, row, std::string(trait.name), trait.range, problems);
            if (!value) continue;
            into.base.trait[k][i] = float(*value);
            into.known[k][i] = true;
        }
        for (auto const& [known, column] : given.column)
            if (is_missing(text_of(row, known))) ++into.quality.missing[known];
    }
    return index;
}

void take_levels(GivenPeople const& given, ImportedOrganisation& into, std::vector<Problem>& problems) {
    constexpr Range codes{-1e6, 1e6};
    std::vector<std::optional<double>> code;
    std::vector<double> order;
    for (PersonRow const& row : given.rows)
        if (code.push_back(number_of(given, row, "level", codes, problems)); code.back()) order.push_back(*code.back());
    into.base.level.assign(code.size(), 0);
    std::ranges::sort(order);
    order.erase(std::unique(order.begin(), order.end()), order.end());
    if (order.size() < 2)
        return into.quality.remarks.emplace_back("Neither managers nor levels are known: everyone has level 0."), void();

    char const* remark = by_the_sign;
    bool const low_first = given.level_descends ||
                           (!given.level_ascends && low_is_senior(code, order.front(), order.back(), into, remark));
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (!code[i]) continue;
        auto const rank = std::ranges::lower_bound(order, *code[i]) - order.begin();
        auto const last = std::ptrdiff_t(order.size()) - 1;
        into.base.level[i] = std::uint8_t(std::min<std::ptrdiff_t>(low_first ? last - rank : rank, 255));
    }
    auto const column = given.column.find("level");
    std::string const of_file = column == given.column.end() ? "level" : column->second;
    into.quality.remarks.push_back(Message(remark, {name(of_file), exact(low_first ? order.front() : order.back()),
                                                    name("--map level=" + ((low_first ? '+' : '-') + of_file))}));
}

}  // namespace micropol
