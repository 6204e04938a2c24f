#pragma once
// People as given, row by row, and what they become in an organisation.

#include <map>
#include <string>
#include <vector>

#include "organisation/column_names.h"

namespace micropol {

struct GivenPeople {
    std::vector<PersonRow> rows;
    std::map<std::string, int> field;           // known column -> field number, for places; none for lists in a scenario
    std::map<std::string, std::string> column;  // known column -> column of the file
    std::vector<std::string> ignored;           // columns that mean nothing here
    bool level_descends = false, level_ascends = false;

    [[nodiscard]] Place place(PersonRow const& row, std::string const& known) const;
};
[[nodiscard]] GivenPeople people_in(RowTable const& table, std::map<std::string, std::string> const& given,
                                    std::vector<Problem>& problems);
[[nodiscard]] GivenPeople people_in(std::vector<PersonRow> const& rows, std::vector<Problem>& problems);

using IdIndex = std::map<std::string, std::uint32_t, std::less<>>;  // id -> employee

// Writes everything about people but managers and levels into the organisation; remarks and counts into its quality.
// Returns who has which id. The organisation has one employee for each row, also where rows have problems.
IdIndex take_people(GivenPeople const& given, ImportedOrganisation& into, std::vector<Problem>& problems);

// Levels from the column "level" where nobody's manager is known: codes in order become 0, 1, …; which end is the senior one
// is the user's word, else a guess that a remark explains.
void take_levels(GivenPeople const& given, ImportedOrganisation& into, std::vector<Problem>& problems);

}  // namespace micropol
