#pragma once
// Which column of a map of stakeholders means what.

#include "organisation/column_names.h"
#include "organisation/data_file.h"

namespace micropol {

// name, role, department, influence, attitude, private, interest, goals, manager, listens_to, notes
[[nodiscard]] std::span<KnownColumn const> stakeholder_columns();

struct StakeholderTable {
    RowTable table;
    std::map<std::string, std::size_t> index;          // known column -> column of the table
    std::vector<std::size_t> given_name, family_name;  // where names stand in two columns
    std::vector<std::string> headings;                 // [column] as the file has them, scales in brackets included

    [[nodiscard]] bool has(std::string const& known) const { return index.contains(known); }
    // "" where there is no such column.
    [[nodiscard]] std::string text(std::size_t row, std::string const& known) const;
    [[nodiscard]] std::vector<std::string> texts(std::string const& known) const;  // [row]
    [[nodiscard]] std::string heading(std::string const& known) const;
    [[nodiscard]] Place place(std::size_t row, std::string const& known) const;
    [[nodiscard]] std::string name(std::size_t row) const;
};

[[nodiscard]] StakeholderTable stakeholder_table(std::filesystem::path const& file, std::string const& sheet,
                                                 std::map<std::string, std::string> const& given, std::vector<Phrase>& remarks,
                                                 std::vector<Problem>& problems);

}  // namespace micropol
