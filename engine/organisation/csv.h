#pragma once
// Comma-separated values (RFC 4180), with what spreadsheets make of them: separators ',' ';' or tab, guessed from the first
// line; lines that end in LF, CR LF or CR; fields in double quotes.

#include "organisation/table.h"

namespace micropol {

// The first row names the columns. Lines without any text in a field are skipped, spaces around an unquoted field are
// dropped. A row of the wrong length is a problem, and cut or filled up.
// `text` is UTF-8 without a mark before it; `file` stands in problems.
[[nodiscard]] RowTable parse_csv(std::string_view text, std::string const& file, std::vector<Problem>& problems);

}  // namespace micropol
