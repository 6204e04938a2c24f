#pragma once
// A table with a heading, in a terminal and in Markdown.

#include <string>
#include <vector>

namespace micropol {

struct Grid {
    std::string heading;
    std::string note;                            // what the values are
    std::vector<std::string> columns;            // the first one holds names
    std::vector<std::vector<std::string>> rows;  // [row][column]
};

// Columns that it takes, two spaces after each.
[[nodiscard]] int width_of(Grid const& grid);

// Columns that do not fit beside each other come below, each part with the names again.
[[nodiscard]] std::string text_of(Grid const& grid, bool colour, int width);
[[nodiscard]] std::string markdown_of(Grid const& grid);

}  // namespace micropol
