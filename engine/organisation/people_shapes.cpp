#include "organisation/people_shapes.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "organisation/tidy_text.h"

namespace micropol {

namespace {

bool contains_one_of(std::string const& text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

std::size_t differing_texts(RowTable const& table, std::size_t column) {
    std::vector<std::string> const texts = column_texts(table, column);
    std::set<std::string> differing(texts.begin(), texts.end());
    differing.erase("");
    return differing.size();
}

void drop_second_headings(RowTable& table, std::vector<Phrase>& remarks) {
    if (table.rows.empty() || table.columns.size() < 2) return;
    RowTable::Row const& first = table.rows.front();
    std::size_t same = 0, texts = 0;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        if (first.fields[k].empty()) continue;
        ++texts, same += compared_heading(first.fields[k]) == compared_heading(table.columns[k]);
    }
    if (texts < 2 || same * 2 <= texts) return;
    remarks.push_back(Message("Line {0} has the headings again and is left out.", {name(std::to_string(first.line))}));
    table.rows.erase(table.rows.begin());
}

bool has_managers(RowTable const& table, std::map<std::string, std::string> const& given) {
    return given.contains("manager") || std::ranges::any_of(table.columns, [](std::string const& column) {
               return known_name(column, people_columns()) == "manager";
           });
}

void add_managers(RowTable& table, std::vector<std::string> managers) {
    table.columns.emplace_back("manager");
    for (std::size_t row = 0; row < table.rows.size(); ++row) table.rows[row].fields.push_back(std::move(managers[row]));
}

// The nearer to the top, the fewer are named in a column of such a chain.
bool take_chain(RowTable& table, std::vector<Phrase>& remarks) {
    std::vector<std::size_t> chain;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        std::string const heading = compared_heading(table.columns[k]);
        bool const is_numbered = std::ranges::any_of(heading, [](char c) { return c >= '0' && c <= '9'; });
        if ((is_numbered && contains_one_of(heading, {"manager", "managementchain", "supervisor", "vorgesetzt", "leader"})) ||
            heading == "ceo")
            if (differing_texts(table, k) > 0) chain.push_back(k);
    }
    if (chain.size() < 2) return false;
    std::ranges::stable_sort(chain, {}, [&](std::size_t column) { return differing_texts(table, column); });
    std::vector<std::string> managers, names;
    for (RowTable::Row const& row : table.rows) {
        std::string last;
        for (std::size_t const column : chain) {
            std::string const& text = row.fields[column];
            bool const is_own = std::ranges::any_of(table.columns, [&](std::string const& called) {
                auto const k = std::size_t(&called - table.columns.data());
                return std::ranges::find(chain, k) == chain.end() && row.fields[k] == text;
            });
            if (!is_missing(text) && !is_own) last = text;
        }
        managers.push_back(std::move(last));
    }
    for (std::size_t const column : chain) names.push_back(std::exchange(table.columns[column], ""));  // used up
    remarks.push_back(Message("Managers are the last ones named in {0}.", {listed(names)}));
    add_managers(table, std::move(managers));
    return true;
}

std::string number_above(std::string const& number) {
    std::size_t const point = number.rfind('.');
    return point == std::string::npos ? "" : number.substr(0, point);
}

void take_numbering(RowTable& table, std::vector<Phrase>& remarks) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        std::vector<std::string> const texts = column_texts(table, column);
        std::set<std::string> const numbers(texts.begin(), texts.end());
        auto const is_number = [](std::string const& text) {
            return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos && text.back() != '.';
        };
        if (numbers.size() != texts.size() || !std::ranges::all_of(texts, is_number)) continue;
        std::size_t below = 0, deep = 0;
        for (std::string const& text : texts) {
            below += numbers.contains(number_above(text));
            deep += std::ranges::count(text, '.') > 1;
        }
        if (deep == 0 || below + 1 < texts.size()) continue;  // 1.5 is a number like others
        std::vector<std::string> managers;
        std::ranges::transform(texts, std::back_inserter(managers), number_above);
        remarks.push_back(Message("Managers follow from '{0}': {1} reports to {2}.",
                                  {name(table.columns[column]), name(*std::ranges::max_element(texts, {}, &std::string::size)),
                                   name(number_above(*std::ranges::max_element(texts, {}, &std::string::size)))}));
        return add_managers(table, std::move(managers));
    }
}

bool says_vacant(std::string const& text) {
    std::string const plain = compared_heading(text);
    constexpr std::string_view words[] = {"vacant",       "vacancy",    "vakant",    "vakanz", "unbesetzt",
                                          "nichtbesetzt", "tbh",        "tobehired", "open",   "openposition",
                                          "offenestelle", "zubesetzen", "vacante",   "wakat",  "vacature"};
    return std::ranges::find(words, plain) != std::end(words);
}

void drop_vacant_places(RowTable& table, ChosenColumns const& chosen, MisfitRows& misfits) {
    auto const name = chosen.index.find("name"), id = chosen.index.find("id"), manager = chosen.index.find("manager");
    if (name == chosen.index.end()) return;
    std::vector<bool> vacant(table.rows.size());
    std::map<std::string, std::string> above;  // what a vacant place is called -> to whom it reports
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::vector<std::string> const& fields = table.rows[row].fields;
        if (!says_vacant(fields[name->second])) continue;
        vacant[row] = true;
        misfits.add(Misfit::vacant_managers, table.place(table.rows[row], name->second), fields[name->second], "place");
        if (id != chosen.index.end() && manager != chosen.index.end()) above[fields[id->second]] = fields[manager->second];
    }
    if (manager != chosen.index.end())
        for (RowTable::Row& row : table.rows)
            for (std::size_t steps = 0; steps <= above.size(); ++steps) {
                auto const over = above.find(row.fields[manager->second]);
                if (over == above.end()) break;
                row.fields[manager->second] = over->second;
            }
    table.leave_out(vacant);
}

bool is_of_second_manager(std::string const& heading) {
    return contains_one_of(heading,
                           {"dotted", "matrix", "functional", "secondary", "secondmanager", "fachlich", "projectmanager"}) &&
           contains_one_of(heading, {"manager", "supervisor", "vorgesetzt", "line", "fuehrung", "reportsto"});
}

std::vector<std::size_t> join_second_managers(RowTable& table, ChosenColumns const& chosen) {
    std::vector<std::size_t> used;
    auto const manager = chosen.index.find("manager");
    if (manager == chosen.index.end()) return used;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        bool const is_taken = std::ranges::any_of(chosen.index, [&](auto const& entry) { return entry.second == k; });
        if (is_taken || !is_of_second_manager(compared_heading(table.columns[k]))) continue;
        used.push_back(k);
        for (RowTable::Row& row : table.rows) {
            std::string& first = row.fields[manager->second];
            if (!is_missing(first) && !is_missing(row.fields[k])) first += "; " + row.fields[k];
        }
    }
    return used;
}

// "Sales" of "Sales (Ann Lee)".
std::string before_brackets(std::string const& text) {
    std::size_t const open = text.rfind('(');
    return text.ends_with(')') && open != std::string::npos && open > 0 ? tidy(text.substr(0, open)) : "";
}

void call_without_managers(RowTable& table, ChosenColumns const& chosen, std::vector<Phrase>& remarks) {
    auto const department = chosen.index.find("department"), called = chosen.index.find("name");
    if (department == chosen.index.end() || called == chosen.index.end()) return;
    std::set<std::string> people;
    for (RowTable::Row const& row : table.rows) people.insert(folded(row.fields[called->second]));
    std::size_t with_manager = 0;
    std::string first;
    for (RowTable::Row const& row : table.rows) {
        std::string const& text = row.fields[department->second];
        if (before_brackets(text).empty()) continue;
        std::string const inside = tidy(text.substr(text.rfind('(') + 1, text.size() - text.rfind('(') - 2));
        if (!inside.empty() && !people.contains(folded(inside))) return;  // "Sales (North)"
        with_manager += !inside.empty();
        if (first.empty() && !inside.empty()) first = text;
    }
    if (with_manager * 2 <= table.rows.size()) return;
    for (RowTable::Row& row : table.rows)
        if (std::string without = before_brackets(row.fields[department->second]); !without.empty())
            row.fields[department->second] = std::move(without);
    remarks.push_back(Message("Departments are called with a person in brackets, who is left out: '{0}' is '{1}'.",
                              {name(first), name(before_brackets(first))}));
}

}  // namespace

void undo_shapes(RowTable& table, std::map<std::string, std::string> const& given, std::vector<Phrase>& remarks) {
    drop_second_headings(table, remarks);
    if (table.rows.empty() || has_managers(table, given)) return;
    if (!take_chain(table, remarks)) take_numbering(table, remarks);
}

std::vector<std::size_t> undo_shapes(RowTable& table, ChosenColumns const& chosen, MisfitRows& misfits,
                                     std::vector<Phrase>& remarks) {
    drop_vacant_places(table, chosen, misfits);
    std::vector<std::size_t> used = join_second_managers(table, chosen);
    call_without_managers(table, chosen, remarks);
    return used;
}

}  // namespace micropol
