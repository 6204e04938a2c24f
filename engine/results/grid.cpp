#include "results/grid.h"

#include <algorithm>

#include "results/escape.h"
#include "results/text_lines.h"
#include "results/wording.h"

namespace micropol {

namespace {

std::string markdown_row(std::vector<std::string> const& cells) {
    std::string row = "|";
    for (std::string const& cell : cells) row += " " + markdown_escaped(cell) + " |";
    return row + '\n';
}

}  // namespace

int width_of(Grid const& grid) {
    int width = 0;
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        int widest = columns_of(grid.columns[column]);
        for (auto const& row : grid.rows) widest = std::max(widest, columns_of(row[column]));
        width += widest + 2;
    }
    return width;
}

std::string text_of(Grid const& grid, bool colour, int width) {
    std::vector<int> columns;
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        int widest = columns_of(grid.columns[column]);
        for (auto const& row : grid.rows) widest = std::max(widest, columns_of(row[column]));
        columns.push_back(widest);
    }
    std::string const heading = colour ? painted_text(grid.heading, paint::bold) : grid.heading;
    std::string text = wrapped_lines(heading, grid.note.empty() ? "" : " (" + grid.note + ")", 2, width);
    for (std::size_t first = 1, last = 1; first < columns.size(); first = last) {
        for (int used = 2 + columns[0]; last < columns.size(); ++last) {
            used += 2 + columns[last];
            if (used > width && last > first) break;
        }
        auto const line = [&](std::vector<std::string> const& cells) {
            std::string of = "  " + fitted(cells[0], columns[0]);
            for (std::size_t k = first; k < last; ++k) of += "  " + fitted(cells[k], columns[k]);
            of.erase(of.find_last_not_of(' ') + 1);
            return of + '\n';
        };
        text += line(grid.columns);
        for (auto const& row : grid.rows) text += line(row);
    }
    return text;
}

std::string markdown_of(Grid const& grid) {
    std::string text = "## " + markdown_escaped(grid.heading) + "\n\n";
    if (!grid.note.empty()) text += markdown_escaped(grid.note) + "\n\n";
    text += markdown_row(grid.columns) + "|";
    for (std::size_t k = 0; k < grid.columns.size(); ++k) text += "---|";
    text += '\n';
    for (auto const& row : grid.rows) text += markdown_row(row);
    return text + '\n';
}

}  // namespace micropol
