#pragma once
// Where a spreadsheet's table begins, and how wide it is.

#include "organisation/table.h"

namespace micropol {

// Rows as they stand in a sheet, made a table: lines of title above the headings, sums and notes at the end and rules are
// left out, columns without heading and text too; headings in two lines are joined; a column without heading is called by its number, a heading that stands twice by its number, too. Rows that end early are filled up.
// Remarks say all of it. A row with more text than there are headings is a problem.
[[nodiscard]] RowTable table_from(std::vector<RowTable::Row> rows, std::string const& file, std::vector<Phrase>& remarks,
                                  std::vector<Problem>& problems);

// The most texts in one of the first rows that are headings known here: none where a sheet holds no table of people, ties or a map.
[[nodiscard]] std::size_t known_headings(std::vector<RowTable::Row> const& rows);

}  // namespace micropol
