#pragma once
// What bytes a file's text is written in, and the same text in UTF-8.

#include <string>
#include <vector>

#include "words/problem.h"

namespace micropol {

// UTF-8 as it is, without the mark before it; UTF-16 by its mark or, without one, by its zeros; any other bytes as
// Windows-1252, the usual one of Western spreadsheets, with a remark. A text that is none of these is a problem, and empty.
[[nodiscard]] std::string in_utf8(std::string bytes, std::string const& file, std::vector<Phrase>& remarks,
                                  std::vector<Problem>& problems);

}  // namespace micropol
