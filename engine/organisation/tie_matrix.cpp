#include "organisation/tie_matrix.h"

#include <algorithm>
#include <cmath>

#include "organisation/tidy_text.h"
#include "words/number_text.h"

namespace micropol {

bool is_tie_matrix(RowTable const& table, PeopleIndex const& index) {
    if (table.columns.size() < 3 || table.rows.empty()) return false;
    auto const receivers = std::size_t(std::count_if(table.columns.begin() + 1, table.columns.end(),
                                                     [&](std::string const& heading) { return index.has(heading); }));
    auto const senders = std::size_t(
        std::ranges::count_if(table.rows, [&](RowTable::Row const& row) { return index.has(row.fields[0]); }));
    return receivers >= 2 && receivers * 2 > table.columns.size() - 1 && senders * 2 > table.rows.size();
}

GivenTies ties_in_matrix(RowTable const& table, std::string const& kind, MisfitRows& misfits, DataQuality& quality,
                         std::vector<Problem>& problems) {
    constexpr Range any{-1e308, 1e308};
    std::vector<std::string> texts;
    for (RowTable::Row const& row : table.rows) texts.insert(texts.end(), row.fields.begin() + 1, row.fields.end());
    DecimalMark const mark = decimal_mark_of(texts, table.separator);
    GivenTies ties;
    for (RowTable::Row const& row : table.rows)
        for (std::size_t k = 1; k < table.columns.size(); ++k) {
            if (folded(row.fields[0]) == folded(table.columns[k])) continue;
            auto const number = tie_number(table, row, k, mark, any, misfits);
            if (!number || *number == 0) continue;
            if (ties.rows.size() == most_rows) {
                add_problem(problems, {table.file}, "too large", Message("more than {0} ties", {Count{most_rows}}));
                return ties;
            }
            ties.rows.push_back({.from = row.fields[0],
                                 .to = table.columns[k],
                                 .strength = *number,
                                 .kind = kind,
                                 .trust = {},
                                 .place = table.place(row, k)});
        }
    quality.remarks.push_back(Message(
        "{0} is a matrix: ties lead from whom a row is called after to whom a column is; its diagonal counts for nothing.",
        {name(table.file)}));
    return ties;
}

std::optional<double> tie_number(RowTable const& table, RowTable::Row const& row, std::size_t column, DecimalMark mark,
                                 Range range, MisfitRows& misfits) {
    std::string const& text = row.fields[column];
    if (is_missing(text)) return {};
    auto const number = number_in(text, mark);
    if (number && std::isfinite(*number) && *number >= range.low && *number <= range.high) return number;
    Phrase const limits = range.high < 1e9 ? Phrase(Message("{0} to {1}", {exact(range.low), exact(range.high)})) : Phrase();
    misfits.add(Misfit::unreadable_values, table.place(row, column), text, table.columns[column], limits);
    return {};
}

}  // namespace micropol
