#include "organisation/graph_rows.h"

namespace micropol {

namespace {

std::string const not_given{'\0'};  // no text of a file holds this character

}  // namespace

std::optional<std::size_t> GraphRows::add(std::vector<std::string> fields, int line, std::vector<Problem>& problems) {
    cells_ += table_.columns.size();
    if (is_too_large(table_.rows.size() + 1, cells_ / (table_.rows.size() + 1), file_, problems)) return {};
    table_.rows.push_back({std::move(fields), line});
    return table_.rows.size() - 1;
}

bool GraphRows::put(std::size_t row, std::string const& column, std::string value) {
    auto const [at, is_new] = index_.try_emplace(column, table_.columns.size());
    if (is_new && table_.columns.size() == most_columns) return index_.erase(at), false;
    if (is_new) table_.columns.push_back(column);
    auto& fields = table_.rows[row].fields;
    if (fields.size() <= at->second) fields.resize(at->second + 1, not_given);
    fields[at->second] = std::move(value);
    return true;
}

std::string GraphRows::text(std::size_t row, std::string const& column) const {
    auto const at = index_.find(column);
    std::vector<std::string> const& fields = table_.rows[row].fields;
    return at == index_.end() || at->second >= fields.size() || fields[at->second] == not_given ? "" : fields[at->second];
}

RowTable GraphRows::table(std::vector<Problem>& problems) {
    if (is_too_large(table_.rows.size(), table_.columns.size(), file_, problems)) table_.rows.clear();
    for (RowTable::Row& row : table_.rows) {
        row.fields.resize(table_.columns.size(), not_given);
        for (std::size_t k = 0; k < row.fields.size(); ++k) {
            if (row.fields[k] != not_given) continue;
            auto const usual = defaults_.find(table_.columns[k]);
            row.fields[k] = usual == defaults_.end() ? "" : usual->second;
        }
    }
    return std::move(table_);
}

}  // namespace micropol
