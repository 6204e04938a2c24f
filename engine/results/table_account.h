#pragma once
// A study in words and tables: what a comparison and a sweep look like.

#include <string>
#include <vector>

#include "results/grid.h"

namespace micropol {

struct TableAccount {
    std::string title;
    std::vector<std::string> opening;
    std::vector<Grid> grids;
    std::vector<std::string> verdict, closing;
};

enum class OldVerdictPlace { before_tables, after_tables };

// In a terminal of so many columns.
[[nodiscard]] std::string text_of(TableAccount const& account, bool colour, int width, OldVerdictPlace place);
[[nodiscard]] std::string markdown_of(TableAccount const& account);

// Columns that grids of a Markdown page may take: a page is not a terminal, there is room for pictures.
inline constexpr int page_width = 140;

}  // namespace micropol
