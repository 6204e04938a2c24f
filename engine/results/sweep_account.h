#pragma once
// A sweep in words and tables: what text and Markdown say alike.

#include <string>
#include <vector>

#include "results/account.h"
#include "results/table_account.h"
#include "study/sweep/sweep.h"

namespace micropol {

// width: columns that a grid may take, of which pictures of intervals get what is left.
[[nodiscard]] TableAccount account_of(Sweep const& sweep, int width, Detail detail);

// Which assumption decides, or that none can be told from chance; how much is chance; where it fails.
[[nodiscard]] std::vector<std::string> verdict_on(Sweep const& sweep);

// [factor] the end of its path that no other factor shares: "rivalry", "CRM.benefit".
[[nodiscard]] std::vector<std::string> short_names(std::vector<Factor> const& factors);
// A value of a factor, with digits that tell its values apart: "0.35", "committee".
[[nodiscard]] std::string value_in_words(Factor const& factor, double value);
// "0.1 to 0.6", "committee and ceo", "7 values"
[[nodiscard]] std::string range_in_words(Factor const& factor);
// "0.43 or more", "0.2 to 0.5", "committee or ceo"
[[nodiscard]] std::string restriction_in_words(Factor const& factor, Range inside);
// "how far bundle is ahead of none in Substantive adoption", "Substantive adoption"
[[nodiscard]] std::string response_in_words(Sweep const& sweep, std::size_t outcome);

}  // namespace micropol
