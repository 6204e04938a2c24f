#pragma once
// What results say in English, piece by piece, in the language of the report.

#include <string>
#include <string_view>

#include "report/words.h"

namespace micropol {

// What something is due to: "fear for one's standing"; "executive mandate (Sales, losers)".
[[nodiscard]] std::string cause_said(Language language, std::string_view label);
// Some people: "Sales, level 3, losers"; "Sales, no reports". Names of departments stay as they are.
[[nodiscard]] std::string group_said(Language language, std::string_view group);
// What a fork does otherwise: "add training target=losers". The settings stay as they are.
[[nodiscard]] std::string wish_said(Language language, std::string_view wish);
// Where an assumption lies: "0.2 to 0.4"; "0.3 or less"; "committee or ceo".
[[nodiscard]] std::string restriction_said(Language language, std::string restriction);
// A number that is assumed: "uniform 0.1 to 0.3".
[[nodiscard]] std::string distribution_said(Language language, std::string distribution);

// A moment of a chronicle, from the JSON of its members.
[[nodiscard]] std::string moment_said(Language language, std::string const& json, int week, std::size_t headcount);

}  // namespace micropol
