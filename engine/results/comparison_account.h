#pragma once
// A comparison in words and tables: what text and Markdown say alike.

#include <string>
#include <vector>

#include "results/account.h"
#include "results/grid.h"
#include "study/compare.h"

namespace micropol {

struct ComparisonAccount {
    std::string title;
    std::vector<std::string> opening;
    std::vector<Grid> grids;
    std::vector<std::string> verdict, closing;
};

// width: columns that a grid may take, of which pictures of intervals get what is left.
[[nodiscard]] ComparisonAccount account_of(Comparison const& comparison, int width, Detail detail);

// Who is best, or that nobody is; what it costs; which rule ended the comparison.
[[nodiscard]] std::vector<std::string> verdict_on(Comparison const& comparison);

}  // namespace micropol
