#pragma once
// Files with a row for each person and week, and what tells people apart.

#include "organisation/column_names.h"
#include "organisation/misfits.h"

namespace micropol {

// Of rows with the same id the newest stays, by the first column of dates in which they differ, else the last one; all others
// are misfits. People with the same id and different names are no such rows, nor are those of whom only names are known, unless
// a date differs.
void leave_out_old_rows(RowTable& table, ChosenColumns const& chosen, MisfitRows& misfits);

// Whether every text is given, and stands once.
[[nodiscard]] bool tells_people_apart(std::vector<std::string> const& texts);

// What to do where no column was taken for ids: "--map id=PersonId2", a column that tells people apart, if its heading agrees.
// The quality keeps that column.
[[nodiscard]] Message name_the_ids(RowTable const& table, DataQuality& quality);

}  // namespace micropol
