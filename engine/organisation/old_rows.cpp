#include "organisation/old_rows.h"

#include <algorithm>
#include <set>

namespace micropol {

namespace {

using Groups = std::map<std::string, std::vector<std::size_t>>;  // id -> rows

// A date for every one of these rows, not all the same in some group; when somebody was hired is no such date.
std::vector<std::optional<Day>> snapshot_dates(RowTable const& table, ChosenColumns const& chosen, Groups const& repeated) {
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        bool const taken = std::ranges::any_of(chosen.index, [&](auto const& entry) { return entry.second == k; });
        if (taken) continue;
        bool guessed = false;
        std::vector<std::optional<Day>> dates = dates_in(column_texts(table, k), guessed);
        bool all = true, differ = false;
        for (auto const& [id, rows] : repeated)
            for (std::size_t const row : rows) all = all && dates[row], differ = differ || dates[row] != dates[rows[0]];
        if (all && differ) return dates;
    }
    return {};
}

}  // namespace

void leave_out_old_rows(RowTable& table, ChosenColumns const& chosen, MisfitRows& misfits) {
    bool const by_name = !chosen.contains("id");
    auto const who = chosen.index.find(by_name ? "name" : "id"), named = chosen.index.find("name");
    if (who == chosen.index.end()) return;
    Groups groups;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (std::string const& id = table.rows[row].fields[who->second]; !id.empty()) groups[id].push_back(row);
    std::erase_if(groups, [&](auto const& group) {
        std::vector<std::size_t> const& rows = group.second;
        bool const names_differ = named != chosen.index.end() && std::ranges::any_of(rows, [&](std::size_t row) {
                                      return table.rows[row].fields[named->second] != table.rows[rows[0]].fields[named->second];
                                  });
        return rows.size() < 2 || names_differ;
    });
    if (groups.empty()) return;
    std::vector<std::optional<Day>> const dates = snapshot_dates(table, chosen, groups);
    if (by_name && dates.empty()) return;
    std::vector<bool> old(table.rows.size());
    for (auto const& [id, rows] : groups) {
        std::size_t newest = rows[0];
        for (std::size_t const row : rows)
            if (dates.empty() || *dates[row] >= *dates[newest]) newest = row;
        for (std::size_t const row : rows) {
            if (row == newest) continue;
            old[row] = true;
            misfits.add(Misfit::old_rows, table.place(table.rows[row], who->second), id);
        }
    }
    table.leave_out(old);
}

bool tells_people_apart(std::vector<std::string> const& texts) {
    std::set<std::string_view> seen;
    return !texts.empty() &&
           std::ranges::all_of(texts, [&](std::string const& text) { return !text.empty() && seen.insert(text).second; });
}

Message name_the_ids(RowTable const& table, DataQuality& quality) {
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        std::string const heading = compared_heading(table.columns[k]);
        bool const agrees = heading.find("id") != std::string::npos || heading.find("name") != std::string::npos ||
                            heading.find("nummer") != std::string::npos || heading.find("mail") != std::string::npos;
        if (!agrees || !tells_people_apart(column_texts(table, k))) continue;
        quality.columns_to_name["id"] = table.columns[k];
        return {"name it with {0}", {name(map_option("id", table.columns[k]))}};
    }
    return name_it_with("id");
}

}  // namespace micropol
