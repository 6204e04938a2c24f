#pragma once
// What exports of personnel systems do to a table of people, undone before its columns are chosen, or after. Remarks say all of it.

#include "organisation/column_names.h"
#include "organisation/misfits.h"

namespace micropol {

// Headings that stand twice, as a program calls them and as people do: the first row is left out. Where no column has managers: they
// are the last ones named in a chain of columns ("CEO", "L2 Manager", "L3 Manager"), or those whose number a person's number begins
// with ("1.2" of "1.2.3"); a column "manager" is added.
void undo_shapes(RowTable& table, std::map<std::string, std::string> const& given, std::vector<Phrase>& remarks);

// Places that nobody holds are no people: misfits; who reports to one reports to whom it reports. Then managers of another kind
// ("Dotted Line Manager") stand behind the first in the column of managers, and departments called with their manager,
// "Sales (Ann Lee)", are called without. Returns the columns that were used up.
[[nodiscard]] std::vector<std::size_t> undo_shapes(RowTable& table, ChosenColumns const& chosen, MisfitRows& misfits,
                                                   std::vector<Phrase>& remarks);

}  // namespace micropol
