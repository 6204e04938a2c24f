#include "organisation/import_people.h"

#include <algorithm>
#include <cmath>

#include "organisation/drawn_plan.h"
#include "organisation/leavers.h"
#include "organisation/old_rows.h"
#include "organisation/people_shapes.h"
#include "organisation/tenure_times.h"
#include "organisation/tidy_text.h"
#include "words/number_text.h"

namespace micropol {

namespace {

bool is_whole_number(std::string_view text) {
    std::size_t const sign = text.starts_with('-') ? 1 : 0;
    return text.size() > sign && text.find_first_not_of("0123456789", sign) == std::string_view::npos;
}

// "Department 3" for the code 3 in a column named department.
std::string department_name(std::string_view text, std::string column) {
    if (!is_whole_number(text)) return std::string(text);
    if (!column.empty() && column[0] >= 'a' && column[0] <= 'z') column[0] = char(column[0] - 'a' + 'A');
    return (column.empty() ? "Department" : column) + ' ' + std::string(text);
}

// "NA" is a department, such as North America, unless the file writes what it does not know so: nowhere is a field of the column
// empty, and managers or numbers that are not known are "NA", too.
bool words_are_missing(GivenPeople const& given) {
    auto const blank = [](PersonRow const& row) { return is_blank_mark(text_of(row, "department")); };
    if (std::ranges::any_of(given.rows, blank)) return false;
    std::vector<std::string> words;
    for (PersonRow const& row : given.rows)
        if (std::string_view const text = text_of(row, "department"); is_missing(text)) words.push_back(folded(text));
    return !words.empty() && std::ranges::any_of(given.rows, [&](PersonRow const& row) {
        return std::ranges::any_of(row.fields, [&](auto const& field) {
            return field.first != "department" && field.first != "id" && field.first != "name" &&
                   std::ranges::find(words, folded(field.second)) != words.end();
        });
    });
}

// Departments in the order of their codes where all are codes, else as they come.
void take_departments(GivenPeople const& given, ImportedOrganisation& into, std::vector<Problem>& problems) {
    bool const words_missing = words_are_missing(given);
    auto const missing = [&](std::string_view text) { return words_missing ? is_missing(text) : is_blank_mark(text); };
    std::vector<std::string> texts;
    for (PersonRow const& row : given.rows) texts.emplace_back(text_of(row, "department"));
    bool const known = std::ranges::any_of(texts, [&](std::string const& text) { return !missing(text); });
    auto const column = given.column.find("department");
    std::vector<std::string> order = texts;
    if (std::ranges::all_of(order, is_whole_number))
        std::ranges::stable_sort(order, {}, [](std::string const& text) { return number_in(text).value_or(0); });
    std::map<std::string, std::uint32_t> index;  // by its name in small letters
    std::map<std::string, std::string> spelled;  // other spellings -> the first
    std::size_t unassigned = 0;
    auto const index_of = [&](std::string const& text) {
        std::string const name = !known          ? "Everyone"
                                 : missing(text) ? "Unassigned"
                                                 : department_name(text, column == given.column.end() ? "" : column->second);
        auto const [found, is_new] = index.try_emplace(folded(name), std::uint32_t(index.size()));
        if (is_new) into.base.departments.push_back({name});
        if (std::string const& first = into.base.departments[found->second].name; first != name) spelled.emplace(name, first);
        return found->second;
    };
    for (std::string const& text : order) index_of(text);
    for (std::string const& text : texts) {
        into.base.department.push_back(std::uint16_t(index_of(text)));
        unassigned += known && missing(text);
        if (!missing(text) && is_missing(text) && into.quality.missing["department"]++ == 0)
            into.quality.remarks.push_back(Message("'{0}' is taken as the name of a department.", {name(text)}));
    }
    for (auto const& [other, first] : spelled)
        into.quality.remarks.push_back(
            Message("The departments '{0}' and '{1}' differ in capitals only and are one.", {name(first), name(other)}));
    into.quality.missing.erase("department");
    if (column != given.column.end() && unassigned > 0) into.quality.missing["department"] = unassigned;
    constexpr std::size_t most_departments = 65'535;
    if (index.size() > most_departments)
        add_problem(problems, given.place(given.rows[0], "department"), "too many departments",
                    Message("{0} of at most {1}", {name(std::to_string(index.size())), name(std::to_string(most_departments))}),
                    name_it_with("department"));
    if (!known) into.quality.remarks.emplace_back("No column names a department: everyone is in one, 'Everyone'.");
}

std::map<std::string, std::size_t> occurrences(std::vector<std::string> const& texts) {
    std::map<std::string, std::size_t> found;
    for (std::string const& text : texts) ++found[text];
    return found;
}

// Where names are all that is known of people, namesakes have the ids "Ann Lee (1)" and "Ann Lee (2)", so that none of them is
// meant by "Ann Lee".
void take_ids(GivenPeople const& given, ImportedOrganisation& into, std::vector<Problem>& problems) {
    auto const is_by_name = [](PersonRow const& row) { return !row.fields.contains("id"); };
    std::vector<std::string> const names = names_of(given);
    auto const all = occurrences(names);
    std::map<std::string, std::size_t> index, so_far;
    std::size_t namesakes = 0, nameless = 0;
    Place first_nameless;
    for (std::size_t i = 0; i < given.rows.size(); ++i) {
        PersonRow const& row = given.rows[i];
        bool const by_name = is_by_name(row);
        std::string id(by_name ? names[i] : text_of(row, "id"));
        if (id.empty()) {
            if (nameless++ == 0) first_nameless = given.place(row, by_name ? "name" : "id");
        } else if (by_name && all.at(id) > 1) {
            ++namesakes;
            do id = names[i] + " (" + std::to_string(++so_far[names[i]]) + ")";
            while (all.contains(id));
        } else if (auto const [first, is_new] = index.try_emplace(id, i); !is_new) {
            add_problem(problems, given.place(row, "id"), Message("id '{0}' appears twice", {name(id)}),
                        first_in_line(given.rows[first->second].place.line), "give everyone an id of their own");
        }
        into.base.id.push_back(std::move(id));
    }
    if (nameless > 0)
        add_problem(problems, first_nameless, Message("{0} people have no id", {Count{nameless}}), "",
                    "give everyone an id of their own");
    if (namesakes > 0)
        into.quality.remarks.push_back(
            Message("{0} people share their name with somebody else: a number tells them apart.", {Count{namesakes}}));
    // What people are called, for readers: nobody else is called so, and nobody else's id is that.
    auto const ids = occurrences(into.base.id);
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string const& id = into.base.id[i];
        bool const ambiguous = !names[i].empty() && names[i] != id && (all.at(names[i]) > 1 || ids.contains(names[i]));
        into.base.person.push_back(names[i].empty() || is_by_name(given.rows[i]) ? id
                                   : ambiguous                                   ? names[i] + " (" + id + ")"
                                                                                 : names[i]);
    }
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

GivenPeople people_in(RowTable table, ImportPlan const& plan, MisfitRows& misfits, DataQuality& quality,
                      std::vector<Problem>& problems) {
    constexpr std::size_t most_people = 1'000'000;
    if (table.rows.size() > most_people) {
        add_problem(problems, {table.file}, Message("the organisation has {0} employees", {Count{table.rows.size()}}),
                    Message("at most {0} can be simulated", {Count{most_people}}));
        table.rows.clear();
    }
    undo_shapes(table, plan.columns, quality.remarks);
    ChosenColumns const chosen = choose_columns(table, people_columns(), plan.columns, problems);
    GivenPeople people;
    people.level_descends = chosen.level_descends;
    people.level_ascends = chosen.level_ascends;
    quality.warnings.insert(quality.warnings.end(), chosen.warnings.begin(), chosen.warnings.end());
    leave_out_old_rows(table, chosen, misfits);
    leave_out_leavers(table, chosen, plan.as_of, misfits, quality.remarks);
    std::vector<bool> used(table.columns.size());
    for (std::size_t const column : undo_shapes(table, chosen, misfits, quality.remarks)) used[column] = true;
    for (auto const& [known, column] : chosen.index) {
        people.field[known] = int(column) + 1;
        people.column[known] = table.columns[column];
        people.mark[known] = decimal_mark_of(column_texts(table, column), table.separator);
        used[column] = true;
    }
    if (!chosen.given_name.empty()) {
        std::string const given_name = table.columns[chosen.given_name[0]];
        people.column["name"] = given_name + " + " + people.column["name"];
        used[chosen.given_name[0]] = true;
    }
    for (std::size_t k = 0; k < used.size(); ++k) {
        if (used[k] || table.columns[k].empty()) continue;
        people.ignored.push_back(table.columns[k]);
        if (std::vector<std::string> texts = column_texts(table, k); tells_people_apart(texts))
            people.others.push_back(std::move(texts));
    }
    if (!chosen.contains("id") && !chosen.contains("name") && !table.columns.empty())
        add_problem(problems, {table.file, 1, 0}, "no column with the people's ids", columns_of(table, "id"),
                    name_the_ids(table, quality));
    for (RowTable::Row const& row : table.rows) {
        PersonRow& person = people.rows.emplace_back();
        person.place = {table.file, row.line, 0};
        for (auto const& [known, column] : chosen.index) person.fields[known] = row.fields[column];
        if (!chosen.given_name.empty())
            person.fields["name"] = tidy(row.fields[chosen.given_name[0]] + " " + row.fields[chosen.family_name[0]]);
    }
    if (auto const tenure = chosen.index.find("tenure"); tenure != chosen.index.end()) {
        TenureTimes times = tenure_times(table, tenure->second, people.mark["tenure"], plan.as_of, quality.remarks, problems);
        people.years = std::move(times.years), people.tenure_unit = times.unit;
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
            person.fields[known.empty() ? column : known] = tidy(text);
            if (!known.empty()) continue;
            std::vector<std::string_view> names;
            for (KnownColumn const& possible : people_columns()) names.push_back(possible.name);
            add_problem(problems, row.place, Message("nothing is known as '{0}'", {name(column)}),
                        Message("a person may have {0}", {listed(names)}), did_you_mean(column, names));
        }
    }
    return people;
}

void take_people(GivenPeople const& given, ImportedOrganisation& into, MisfitRows& misfits, std::vector<Problem>& problems) {
    std::size_t const headcount = given.rows.size();
    take_ids(given, into, problems);
    take_departments(given, into, problems);
    into.base.tenure_years.assign(headcount, 0);
    into.tenure_known.assign(headcount, false);
    for (std::size_t k = 0; k < trait_count; ++k) {
        into.base.trait[k].assign(headcount, 0);
        into.known[k].assign(headcount, false);
    }
    for (std::size_t i = 0; i < headcount; ++i) {
        if (auto const years = number_of(given, i, "tenure", tenure_range, misfits)) {
            into.base.tenure_years[i] = float(*years);
            into.tenure_known[i] = true;
        }
        for (std::size_t k = 0; k < trait_count; ++k) {
            ParameterSpec const& trait = trait_specs()[k];
            if (auto const within = range_in(text_of(given.rows[i], std::string(trait.name)), trait.range)) {
                into.within[k].push_back({std::uint32_t(i), *within});
                continue;
            }
            auto const value = number_of(given, i, std::string(trait.name), trait.range, misfits);
            if (!value) continue;
            into.base.trait[k][i] = float(*value);
            into.known[k][i] = true;
        }
        take_influence(given, i, into, misfits);
        for (auto const& [known, column] : given.column)
            if (known != "department" && known != "id" && known != "name" && known != "manager" &&
                is_missing(text_of(given.rows[i], known)))
                ++into.quality.missing[known];
    }
}

void take_levels(GivenPeople const& given, ImportedOrganisation& into, MisfitRows& misfits) {
    constexpr Range codes{-1e6, 1e6};
    std::vector<std::string> texts;
    for (PersonRow const& row : given.rows) texts.emplace_back(text_of(row, "level"));
    auto const mark = given.mark.find("level");
    bool const by_comma = mark != given.mark.end() && mark->second == DecimalMark::comma;
    std::optional<LevelOrder> const known = level_order(texts, by_comma ? ';' : ',');
    std::vector<std::optional<double>> code;
    std::map<double, std::string> order;  // code -> a text that has it
    for (std::size_t i = 0; i < texts.size(); ++i) {
        code.emplace_back();
        if (known && known->code.contains(texts[i]))
            code.back() = known->code.at(texts[i]);
        else
            code.back() = number_of(given, i, "level", codes, misfits);
        if (code.back()) order.try_emplace(*code.back(), texts[i]);
    }
    into.base.level.assign(code.size(), 0);
    if (order.size() < 2) return;

    bool const by_words = known && known->by_words;
    char const* remark = by_the_sign;
    double const lowest = order.begin()->first, highest = order.rbegin()->first;
    bool const low_first = given.level_descends ||
                           (!given.level_ascends && !by_words && low_is_senior(code, lowest, highest, into, remark));
    std::vector<double> ascending;
    ascending.reserve(order.size());
    for (auto const& [each, text] : order) ascending.push_back(each);
    auto const last = std::ptrdiff_t(order.size()) - 1;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (!code[i]) continue;
        auto const rank = std::ranges::lower_bound(ascending, *code[i]) - ascending.begin();
        into.base.level[i] = std::uint8_t(std::min<std::ptrdiff_t>(low_first ? last - rank : rank, 255));
    }
    auto const column = given.column.find("level");
    std::string const of_file = column == given.column.end() ? "level" : column->second;
    if (by_words && !given.level_descends && !given.level_ascends) {
        Listing words;
        for (auto at = order.rbegin(); at != order.rend(); ++at) words.items.push_back(name(at->second));
        into.quality.remarks.push_back(
            Message("No reporting lines are known: levels are those of '{0}', from the top: {1}.", {name(of_file), words}));
        return;
    }
    std::string const& top = (low_first ? order.begin() : std::prev(order.end()))->second;
    into.quality.remarks.push_back(
        Message(remark, {name(of_file), name(top), name(map_option("level", (low_first ? '+' : '-') + of_file))}));
}

}  // namespace micropol
