#include <algorithm>
#include <array>

#include "organisation/data_file.h"
#include "organisation/stakeholder_map.h"

namespace micropol {

namespace {

// Columns of the people of a map, as read_stakeholders writes them; nobody else has all of them.
enum Wanted : std::size_t { id, called, influence, role, notes, wanted };
constexpr std::array<std::string_view, wanted> columns{"id", "name", "influence_rank", "role", "notes"};

}  // namespace

std::vector<PersonOnMap> people_on_map(std::filesystem::path const& people) {
    std::vector<Phrase> remarks;
    std::vector<Problem> problems;
    DataFile const file = read_data_file(people, "", remarks, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    std::array<std::size_t, wanted> at{};
    for (std::size_t k = 0; k < wanted; ++k) {
        auto const found = std::ranges::find(file.rows.columns, columns[k]);
        if (found == file.rows.columns.end()) return {};
        at[k] = std::size_t(found - file.rows.columns.begin());
    }
    std::vector<PersonOnMap> on_map;
    for (RowTable::Row const& row : file.rows.rows)
        if (!row.fields[at[called]].empty()) on_map.push_back({row.fields[at[id]], row.fields[at[role]], row.fields[at[notes]]});
    return on_map;
}

}  // namespace micropol
