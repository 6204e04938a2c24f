#pragma once
// Where a spreadsheet's table begins, and how wide it is.

#include "organisation/table.h"

namespace micropol {

// Rows as they stand in a sheet, made a table: lines of title above the headings are left out, columns without heading and
// text too; a column without heading is called by its number, a heading that stands twice by its number, too. Rows that end early are filled up.
// Remarks say all of it. A row with more text than there are headings is a problem.
[[nodiscard]] RowTable table_from(std::vector<RowTable::Row> rows, std::string const& file, std::vector<Phrase>& remarks,
                                  std::vector<Problem>& problems);

}  // namespace micropol
