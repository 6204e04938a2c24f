#include "organisation/edge_list.h"

#include <sstream>

#include "organisation/cell_values.h"

namespace micropol {

namespace {

std::vector<std::string> between_blanks(std::string const& text) {
    std::istringstream stream(text);
    std::vector<std::string> parts;
    for (std::string part; stream >> part;) parts.push_back(part);
    return parts;
}

}  // namespace

std::optional<RowTable> with_headings(RowTable const& table, PeopleIndex const& index, std::vector<Phrase>& remarks) {
    bool const by_blanks = table.columns.size() == 1;
    std::vector<std::string> const first = by_blanks ? between_blanks(table.columns.front()) : table.columns;
    bool const has_weights = first.size() == 3;
    if ((first.size() != 2 && !has_weights) || !index.has(first[0]) || !index.has(first[1])) return {};
    if (has_weights && !number_in(first[2])) return {};
    RowTable made{table.file, {"source", "target"}, {}, table.separator};
    if (has_weights) made.columns.emplace_back("weight");
    int const first_line = table.rows.empty() ? 1 : table.rows.front().line - 1;
    made.rows.push_back({first, first_line});
    for (RowTable::Row const& row : table.rows) {
        std::vector<std::string> fields = by_blanks ? between_blanks(row.fields.front()) : row.fields;
        if (fields.size() != first.size()) return {};
        made.rows.push_back({std::move(fields), row.line});
    }
    remarks.push_back(
        Message("{0} has no headings: each line is a tie from the first person to the second.", {name(table.file)}));
    return made;
}

}  // namespace micropol
