#pragma once
// A comparison in words and tables: what text and Markdown say alike.

#include <string>
#include <vector>

#include "results/account.h"
#include "study/compare.h"

namespace micropol {

struct Grid {
    std::string heading;
    std::string note;                            // what the values are
    std::vector<std::string> columns;            // the first one holds names
    std::vector<std::vector<std::string>> rows;  // [row][column]
};

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
