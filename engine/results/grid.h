#pragma once
// A table in words.

#include <string>
#include <vector>

namespace micropol {

struct Grid {
    std::string heading;
    std::string note;                            // what the values are
    std::vector<std::string> columns;            // the first one holds names
    std::vector<std::vector<std::string>> rows;  // [row][column]
};

// Columns that do not fit beside each other come below, each part with the names again.
[[nodiscard]] std::string text_of(Grid const& grid, bool colour, int width);
[[nodiscard]] std::string markdown_of(Grid const& grid);

}  // namespace micropol
