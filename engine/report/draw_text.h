#pragma once
// Tables and small pictures made of characters: an interval ├──●──┤ and points in a plane.

#include <span>
#include <string>
#include <vector>

#include "findings/figure.h"
#include "words/language.h"

namespace micropol {

struct TextTable {
    std::vector<std::string> columns;            // the first one holds names
    std::vector<std::vector<std::string>> rows;  // [row][column]
};
// Columns of a terminal of that width that it takes, two spaces after each.
[[nodiscard]] int width_of(TextTable const& table, int width);
// Columns that do not fit beside each other come below, each part with the names again; what is too long for itself is cut.
[[nodiscard]] std::string table_text(TextTable const& table, int width);

struct TextAxis {
    double left = 0, right = 0;  // values at the first and the last column
    int columns = 0;
};
// From the lowest to the highest end of all intervals, 0 included.
[[nodiscard]] TextAxis axis_of(std::span<Interval const> intervals, int columns);
// "−40          +3": what the ends of the axis are.
[[nodiscard]] std::string ends_of(TextAxis const& axis, Unit unit, bool changes, Language language);
// Exactly axis.columns wide; ┊ marks 0 where the axis has it. Only the dot where there is no interval.
[[nodiscard]] std::string draw_interval(Interval const& interval, TextAxis const& axis);

// Lines from top to bottom with both axes; a later point covers an earlier one.
[[nodiscard]] std::string draw_scatter(ScatterFigure const& scatter, int width, Wording wording);

}  // namespace micropol
