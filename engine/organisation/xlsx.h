#pragma once
// Workbooks as spreadsheet programs write them today (ECMA-376, .xlsx): the values of one sheet.

#include "organisation/table.h"

namespace micropol {

// Of the sheet of that name, or the first that is not hidden. Dates are written 2024-01-31; formulas have the value they were
// saved with. What the archive holds is read piece by piece and never beyond the limits of table.h, whatever it claims.
// `file` stands in problems, the sheet's row as the line.
[[nodiscard]] RowTable parse_xlsx(std::string_view bytes, std::string const& file, std::string const& sheet,
                                  std::vector<Phrase>& remarks, std::vector<Problem>& problems);

}  // namespace micropol
