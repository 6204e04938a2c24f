#pragma once
// A figure as a chart that others can edit: a sheet of numbers, and how it is drawn.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "findings/figure.h"
#include "words/language.h"

namespace micropol {

// Computed by the spreadsheet, too: "C2-B2".
struct SheetFormula {
    double value = 0;
    std::string text;
};
using SheetCell = std::variant<std::string, double, SheetFormula>;  // not-a-number: empty

// [row][column]; the first row has headings, the first column names.
using Sheet = std::vector<std::vector<SheetCell>>;

// From a round number to a round number, in round steps.
struct AxisRange {
    double from = 0, to = 1, step = 1;
};
// Around these numbers, and 0; nothing where all are the same, or none is a number.
[[nodiscard]] std::optional<AxisRange> round_range(std::vector<double> const& numbers, bool around_zero = true);

struct Chart {
    enum class Form {
        fan,      // columns: week, 5 %, 25 %, median, 75 %, 95 %, and how far it is from each of them to the next but the median
        areas,    // one above the other
        lines,    //
        bars,     // from left to right, the first row on top
        scatter,  // columns: name, x, y
    };
    Form form = Form::lines;
    Sheet sheet;
    std::size_t series = 0;                                  // columns that are drawn, from the second one; of a scatter: rows
    bool has_errors = false;                                 // bars, scatter: then come how far down and up, for each number
    std::vector<int> signs = {};                             // [row] of bars: colours them
    std::string across = {}, up = {};                        // labels of the axes; across: of the names
    std::string format = "General";                          // of the numbers, as spreadsheets write it
    std::string format_across = {};                          // of a scatter
    std::optional<AxisRange> range = {}, range_across = {};  // so that whiskers end inside; without, office programs choose
    std::size_t left_out = 0;                                // rows that are too many to be told apart
};

// Nothing for figures that no chart of an office program draws; their table says the same. Numbers are those of the figure; only
// changes of shares are points, as everywhere.
[[nodiscard]] std::optional<Chart> chart_of(FigureData const& figure, Wording wording);

// "B2"; row and column count from 0.
[[nodiscard]] std::string cell_in_sheet(std::size_t column, std::size_t row);
// "Sheet1!$B$2:$B$14"; rows and columns count from 0.
[[nodiscard]] std::string range_in_sheet(std::size_t column, std::size_t first_row, std::size_t last_row);

// What a slide has room for: cut at a word, with "…". most: characters.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

// The sheet as a workbook (.xlsx), its only sheet called Sheet1.
[[nodiscard]] std::string workbook_of(Sheet const& sheet);
// The chart as a part of a package (ECMA-376, DrawingML charts); workbook: the relationship by which it finds its workbook.
[[nodiscard]] std::string chart_part(Chart const& chart, std::string_view workbook, Language language);

}  // namespace micropol
