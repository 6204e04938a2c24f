#include "report/draw_text.h"

#include <algorithm>
#include <cmath>

#include "words/number_text.h"
#include "words/plain_text.h"

namespace micropol {

namespace {

constexpr int scatter_lines = 12, max_scatter = 64;  // columns

std::size_t place_of(double value, TextAxis const& axis) {
    if (!(axis.right > axis.left)) return std::size_t(axis.columns - 1);
    double const share = std::clamp((value - axis.left) / (axis.right - axis.left), 0.0, 1.0);
    return std::size_t(std::lround(share * (axis.columns - 1)));
}

// Names leave room for something beside them.
std::vector<int> widths_of(TextTable const& table, int width) {
    std::vector<int> widths;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        int widest = columns_of(table.columns[column]);
        for (auto const& row : table.rows) widest = std::max(widest, columns_of(row[column]));
        widths.push_back(std::min(widest, column == 0 ? width * 2 / 5 : width - widths[0] - 4));
    }
    return widths;
}

std::string spaces(int number) { return std::string(std::size_t(std::max(0, number)), ' '); }

std::string apart(std::string const& left, std::string const& right, int columns) {
    return left + spaces(std::max(1, columns - columns_of(left) - columns_of(right))) + right;
}

Unit unit_of(Scale scale) { return scale == Scale::share ? Unit::share : scale == Scale::money ? Unit::money : Unit::one; }

}  // namespace

int width_of(TextTable const& table, int width) {
    int sum = 0;
    for (int const column : widths_of(table, width)) sum += column + 2;
    return sum;
}

std::string table_text(TextTable const& table, int width) {
    std::vector<int> const widths = widths_of(table, width);
    std::string text;
    for (std::size_t first = 1, last = 1; first < widths.size(); first = last) {
        for (int used = 2 + widths[0]; last < widths.size(); ++last) {
            used += 2 + widths[last];
            if (used > width && last > first) break;
        }
        auto const line = [&](std::vector<std::string> const& cells) {
            std::string one = "  " + fitted(cells[0], widths[0]);
            for (std::size_t k = first; k < last; ++k) one += "  " + fitted(cells[k], widths[k]);
            one.erase(one.find_last_not_of(' ') + 1);
            return one + '\n';
        };
        text += line(table.columns);
        for (auto const& row : table.rows) text += line(row);
    }
    return text;
}

TextAxis axis_of(std::span<Interval const> intervals, int columns) {
    TextAxis axis{0, 0, columns};
    for (Interval const& interval : intervals)
        for (double const end : {interval.low, interval.mean, interval.high})
            if (std::isfinite(end)) axis.left = std::min(axis.left, end), axis.right = std::max(axis.right, end);
    return axis;
}

std::string ends_of(TextAxis const& axis, Unit unit, bool changes, Language language) {
    Quantity const whole{.mean = 0, .low = axis.left, .high = axis.right, .unit = unit};
    double const scale = unit == Unit::share || unit == Unit::flag ? 100 : 1;
    auto const end = [&](double value) { return number_text(value * scale, decimals_of(whole), changes, language); };
    return apart(end(axis.left), end(axis.right), axis.columns);
}

std::string draw_interval(Interval const& interval, TextAxis const& axis) {
    std::vector<std::string> cells(std::size_t(axis.columns), " ");
    if (axis.left <= 0 && axis.right >= 0) cells[place_of(0, axis)] = "┊";
    if (std::isfinite(interval.low) && std::isfinite(interval.high)) {
        std::size_t const low = place_of(interval.low, axis), high = place_of(interval.high, axis);
        for (std::size_t k = low; k <= high; ++k) cells[k] = k == low ? "├" : k == high ? "┤" : "─";
    }
    cells[place_of(interval.mean, axis)] = "●";
    std::string text;
    for (std::string const& cell : cells) text += cell;
    return text;
}

std::string draw_scatter(ScatterFigure const& scatter, int width, Wording wording) {
    if (scatter.points.empty()) return "";
    double farthest = 0, least = scatter.points.front().y.mean, most = least;
    for (ScatterFigure::Point const& point : scatter.points) {
        farthest = std::max(farthest, point.x.mean);
        least = std::min(least, point.y.mean), most = std::max(most, point.y.mean);
    }
    Quantity top{.mean = 0, .low = least, .high = most, .unit = unit_of(scatter.scale)};
    top.decimals = decimals_of(top);
    Quantity bottom = top;
    top.mean = most, bottom.mean = least;
    std::string const above = quantity_text(top, wording), below = quantity_text(bottom, wording);
    int const margin = std::max(columns_of(above), columns_of(below)) + 1;
    TextAxis const across{0, farthest, std::min(max_scatter, width - 2 - margin - 1)}, up{least, most, scatter_lines};
    std::vector<std::string> lines(scatter_lines, spaces(across.columns));
    for (ScatterFigure::Point const& point : scatter.points)
        lines[lines.size() - 1 - place_of(point.y.mean, up)][place_of(point.x.mean, across)] = point.mark;
    std::string text;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        std::string const label = k == 0 ? above : k + 1 == lines.size() ? below : "";
        std::string line = "  " + spaces(margin - 1 - columns_of(label)) + label + " │" + lines[k];
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    text += "  " + spaces(margin) + "└";
    for (int k = 0; k < across.columns; ++k) text += "─";
    return text + "\n  " + spaces(margin) + " " + apart("0", number_text(farthest, 0, false, wording.language), across.columns) +
           '\n';
}

}  // namespace micropol
