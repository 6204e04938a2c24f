#pragma once
// A comparison in words and tables: what text and Markdown say alike.

#include <string>
#include <vector>

#include "results/account.h"
#include "results/table_account.h"
#include "study/compare/compare.h"

namespace micropol {

// width: columns that a grid may take, of which pictures of intervals get what is left.
[[nodiscard]] TableAccount account_of(Comparison const& comparison, int width, Detail detail);

// Who is best, or that nobody is; what it costs; which rule ended the comparison.
[[nodiscard]] std::vector<std::string> verdict_on(Comparison const& comparison);

// What tables say alike: a name that fits; "41 % (37–45)"; "▲ +3 points (1 to 5)".
[[nodiscard]] std::string shown_name(Standing const& standing);
[[nodiscard]] std::string level_in_words(Estimate const& estimate, Unit unit);
[[nodiscard]] std::string change_in_words(Estimate const& estimate, Unit unit);
// "Value minus cost, thousand euros, at week 104"
[[nodiscard]] std::string heading_of(Comparison const& comparison, std::size_t outcome);

}  // namespace micropol
