#pragma once
// Tables of evidence as programs write them, in the words that the reader knows.

#include <span>

#include "organisation/table.h"

namespace micropol {

// The heading that evidence has for it: "Kalenderwoche" is "week"; others as they are.
[[nodiscard]] std::string evidence_heading(std::string const& heading);
// What a survey's item is called here: "Vertrauen" is "trust"; others as they are.
[[nodiscard]] std::string evidence_item(std::string const& item);
// Whether a department's name means all of them: "all", "Gesamt".
[[nodiscard]] bool means_everybody(std::string const& department);

// Translates headings, and counts weeks that are dates or calendar weeks ("2025-W02", "KW 2/2025") from the first of all tables; a
// remark says which that is. Tables of which some have dates and others numbers are a problem.
void tidy_evidence(std::span<RowTable> tables, std::vector<Phrase>& remarks, std::vector<Problem>& problems);

}  // namespace micropol
