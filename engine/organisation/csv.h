#pragma once
// Comma-separated values (RFC 4180), with what spreadsheets make of them: separators ',' ';' '|' or tab, as a line "sep=;"
// says or guessed from the first lines; lines that end in LF, CR LF or CR; fields in double quotes.

#include "organisation/table.h"

namespace micropol {

// The first row names the columns. Lines without any text in a field are skipped, spaces around an unquoted field are
// dropped. A row of the wrong length is a problem, and cut or filled up.
// `text` is UTF-8 without a mark before it; `file` stands in problems.
[[nodiscard]] RowTable parse_csv(std::string_view text, std::string const& file, std::vector<Problem>& problems);

// The same, and hospitable: see table_from. Remarks say what was understood.
[[nodiscard]] RowTable parse_spreadsheet_csv(std::string_view text, std::string const& file, std::vector<Phrase>& remarks,
                                             std::vector<Problem>& problems);

}  // namespace micropol
