#include "organisation/table_shape.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "organisation/column_names.h"
#include "organisation/stakeholder_columns.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

using Rows = std::vector<RowTable::Row>;

std::size_t texts_in(RowTable::Row const& row) {
    return std::size_t(std::ranges::count_if(row.fields, [](std::string const& field) { return !field.empty(); }));
}

// Up to the last text: spreadsheets differ in how many empty fields they write behind it.
std::size_t width_of(RowTable::Row const& row) {
    auto const last = std::find_if(row.fields.rbegin(), row.fields.rend(),
                                   [](std::string const& field) { return !field.empty(); });
    return std::size_t(row.fields.rend() - last);
}

// As wide as most rows; of equals the wider.
std::size_t usual_width(Rows const& rows) {
    std::map<std::size_t, std::size_t> seen;
    for (RowTable::Row const& row : rows) ++seen[width_of(row)];
    auto const most = std::ranges::max_element(
        seen, [](auto const& a, auto const& b) { return std::pair(a.second, a.first) < std::pair(b.second, b.first); });
    return most == seen.end() ? 0 : most->first;
}

bool is_known(std::string const& text) {
    auto const vocabularies = {people_columns(), tie_columns(), stakeholder_columns()};
    return std::ranges::any_of(vocabularies, [&](auto const columns) { return !known_name(text, columns).empty(); });
}
std::size_t known_in(RowTable::Row const& row) { return std::size_t(std::ranges::count_if(row.fields, is_known)); }

constexpr std::size_t most_titles = 20;

// Headings fill most of the table's width, and some of them are known; a title does not, and is not.
std::size_t heading_row(Rows const& rows) {
    std::size_t const width = usual_width(rows);
    std::optional<std::size_t> widest;
    for (std::size_t k = 0; k < std::min(rows.size(), most_titles); ++k) {
        if (texts_in(rows[k]) * 2 <= width) continue;
        if (std::ranges::any_of(rows[k].fields, is_known)) return k;
        if (!widest) widest = k;
    }
    return widest.value_or(0);
}

Phrase lines_of(std::vector<int> const& lines) {
    constexpr std::size_t most_shown = 3;
    Listing listing;
    for (std::size_t k = 0; k < std::min(lines.size(), most_shown); ++k) listing.items.push_back(name(std::to_string(lines[k])));
    if (lines.size() > most_shown) listing.items.push_back(Message("{0} more", {Count{lines.size() - most_shown}}));
    return listing;
}

bool has_text(RowTable const& table, std::size_t column) {
    return std::ranges::any_of(
        table.rows, [&](RowTable::Row const& row) { return column < row.fields.size() && !row.fields[column].empty(); });
}

bool has_digit(std::string const& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Headings in two rows: groups such as "Person" above, and what they hold below; a heading that spans both stands above. True where
// the row below names columns, too.
bool goes_on_below(RowTable::Row const& above, RowTable::Row const& below) {
    std::size_t const known = known_in(below);
    return known >= 2 && known * 2 > texts_in(below) && std::ranges::none_of(below.fields, has_digit) &&
           (known > known_in(above) || texts_in(above) < width_of(below));
}
void take_headings_below(RowTable::Row& above, RowTable::Row const& below) {
    above.fields.resize(std::max(above.fields.size(), below.fields.size()));
    for (std::size_t k = 0; k < below.fields.size(); ++k)
        if (!below.fields[k].empty()) above.fields[k] = below.fields[k];
}

// "---|---" under the headings of a table in a text.
bool is_rule(RowTable::Row const& row) {
    constexpr std::size_t shortest = 3;
    return std::ranges::all_of(row.fields, [](std::string const& field) {
        return field.empty() || (field.size() >= shortest && field.find_first_not_of("-=_:+ ") == std::string::npos);
    });
}

// "Total" or "Summe (12)" where a row begins.
bool sums_up(RowTable::Row const& row) {
    constexpr std::string_view words[] = {"total",          "totals",    "grandtotal", "sum",          "sums",
                                          "subtotal",       "overall",   "summe",      "gesamtsumme",  "gesamt",
                                          "gesamtergebnis", "insgesamt", "ergebnis",   "zwischensumme"};
    auto const first = std::ranges::find_if(row.fields, [](std::string const& field) { return !field.empty(); });
    if (first == row.fields.end()) return false;
    std::string heading = compared_heading(*first);
    while (!heading.empty() && has_digit(heading.substr(heading.size() - 1))) heading.pop_back();
    return std::ranges::find(words, heading) != std::end(words);
}

// One text of several words behind an empty line, where other rows have more: who made the file, and when.
bool is_footer(RowTable::Row const& row, RowTable::Row const& before, std::size_t width) {
    constexpr std::size_t few_words = 3;
    if (width < 2 || texts_in(row) != 1 || row.line <= before.line + 1) return false;
    std::string const& text = *std::ranges::find_if(row.fields, [](std::string const& field) { return !field.empty(); });
    return std::size_t(std::ranges::count(text, ' ')) >= few_words || text.find(':') != std::string::npos;
}

// Rows at the end that are about nobody: sums, and notes below the table.
void leave_out_end(Rows& rows, std::string const& file, std::vector<Phrase>& remarks) {
    std::size_t const width = usual_width(rows);
    while (rows.size() > 2) {
        RowTable::Row const& last = rows.back();
        bool const sum = sums_up(last) && texts_in(last) < width;
        if (!sum && !is_footer(last, rows[rows.size() - 2], width)) return;
        remarks.push_back(Message(
            sum ? "Line {0} of {1} is a sum ('{2}') and was left out." : "Line {0} of {1} is a note ('{2}') and was left out.",
            {name(std::to_string(last.line)), name(file),
             name(*std::ranges::find_if(last.fields, [](auto const& text) { return !text.empty(); }))}));
        rows.pop_back();
    }
}

// Columns that have neither heading nor text are what a spreadsheet writes beside a table: those at the end go, others stay
// without a name, for fields keep their numbers.
void name_columns(RowTable& table, std::vector<Phrase>& remarks) {
    while (!table.columns.empty() && table.columns.back().empty() && !has_text(table, table.columns.size() - 1))
        table.columns.pop_back();
    std::set<std::string> seen;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        std::string& column = table.columns[k];
        if (column.empty() ? !has_text(table, k) : seen.insert(column).second) continue;
        bool const twice = !column.empty();
        std::string const called = (twice ? column + " (" : "column ") + std::to_string(k + 1) + (twice ? ")" : "");
        if (twice)
            remarks.push_back(Message("Two columns are called '{0}': the one further to the right is '{1}' here.",
                                      {name(column), name(called)}));
        seen.insert(column = called);
    }
}

}  // namespace

std::size_t known_headings(Rows const& rows) {
    std::size_t most = 0;
    for (std::size_t k = 0; k < std::min(rows.size(), most_titles); ++k) most = std::max(most, known_in(rows[k]));
    return most;
}

RowTable table_from(Rows rows, std::string const& file, std::vector<Phrase>& remarks, std::vector<Problem>& problems) {
    RowTable table;
    table.file = file;
    for (RowTable::Row& row : rows)
        for (std::string& field : row.fields) field = tidy(std::move(field));
    std::erase_if(rows, is_rule);
    if (rows.empty()) {
        add_problem(problems, {file}, "empty", "the first row has to name the columns");
        return table;
    }
    leave_out_end(rows, file, remarks);
    std::size_t const heading = heading_row(rows);
    std::size_t below = heading + 1;
    if (below < rows.size() && goes_on_below(rows[heading], rows[below])) {
        remarks.push_back(
            Message("The columns of {0} are named in two lines, {1} and {2}.",
                    {name(file), name(std::to_string(rows[heading].line)), name(std::to_string(rows[below].line))}));
        take_headings_below(rows[heading], rows[below++]);
    }
    if (heading > 0)
        remarks.push_back(Message("The columns of {0} are named in line {1}; what stands above is a title ('{2}').",
                                  {name(file), name(std::to_string(rows[heading].line)),
                                   name(*std::ranges::find_if(rows[0].fields, [](auto const& text) { return !text.empty(); }))}));
    table.columns = rows[heading].fields;
    if (table.columns.size() > most_columns) {
        add_problem(
            problems, {file, rows[heading].line, 0}, "too many columns",
            Message("{0} of at most {1}", {name(std::to_string(table.columns.size())), name(std::to_string(most_columns))}));
        return table;
    }
    table.rows.assign(std::make_move_iterator(rows.begin() + std::ptrdiff_t(below)), std::make_move_iterator(rows.end()));
    name_columns(table, remarks);
    std::size_t const columns = table.columns.size();
    if (is_too_large(table.rows.size(), columns, file, problems)) {
        table.rows.clear();
        return table;
    }
    std::vector<int> short_rows;
    for (RowTable::Row& row : table.rows) {
        if (width_of(row) > columns)
            add_problem(problems, table.place(row, columns), Message("row has {0} fields", {Count{row.fields.size()}}),
                        Message("the first row names {0} columns", {Count{columns}}),
                        "put a field that holds the separator itself between quotes");
        else if (row.fields.size() < columns)
            short_rows.push_back(row.line);
        row.fields.resize(columns);
    }
    if (!short_rows.empty())
        remarks.push_back(Message("{0} rows of {1} end before the last column: what is missing there counts as empty (line {2}).",
                                  {Count{short_rows.size()}, name(file), lines_of(short_rows)}));
    return table;
}

}  // namespace micropol
