#include "report/chart_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "words/plain_text.h"

namespace micropol {

namespace {

// What the axes enclose on half a slide, and letters of 9 points in a font that is not known.
constexpr double plot_width = 330, plot_height = 240, letter_width = 4.9, label_height = 11, marker = 5, distance = 3;
// An overlap with a name or a point costs its area, one with a whisker its length times so much; outside the plot nothing is seen.
constexpr double of_whiskers = 3, of_outside = 40;
constexpr std::string_view sides[] = {"r", "l", "t", "b"};

double overlap(double from, double to, double other_from, double other_to) {
    return std::max(0.0, std::min(to, other_to) - std::max(from, other_from));
}
double overlap(LabelBox const& one, LabelBox const& other) {
    return overlap(one.left, one.right, other.left, other.right) * overlap(one.top, one.bottom, other.top, other.bottom);
}

struct Point {
    double x = 0, y = 0, width = 0;  // width: of its name
    LabelBox whiskers = {};          // how far they reach
    [[nodiscard]] LabelBox marker_box() const { return {x - marker, y - marker, x + marker, y + marker}; }
    [[nodiscard]] LabelBox label(std::string_view side) const {
        double const up = label_height / 2, away = marker + distance;
        if (side == "r") return {x + away, y - up, x + away + width, y + up};
        if (side == "l") return {x - away - width, y - up, x - away, y + up};
        if (side == "t") return {x - width / 2, y - away - label_height, x + width / 2, y - away};
        return {x - width / 2, y + away, x + width / 2, y + away + label_height};
    }
};

std::optional<std::vector<Point>> points_of(Chart const& chart) {
    if (!chart.range || !chart.range_across) return {};
    auto const across = [&](double value) {
        return (value - chart.range_across->from) / (chart.range_across->to - chart.range_across->from) * plot_width;
    };
    auto const down = [&](double value) {
        return (chart.range->to - value) / (chart.range->to - chart.range->from) * plot_height;
    };
    std::vector<Point> points;
    for (std::size_t row = 1; row < chart.sheet.size(); ++row) {
        auto const& cells = chart.sheet[row];
        auto const number = [&](std::size_t column) { return std::get<double>(cells[column]); };
        auto const spread = [&](std::size_t column) { return std::isfinite(number(column)) ? number(column) : 0.0; };
        Point point{across(number(1)), down(number(2)), columns_of(std::get<std::string>(cells[0])) * letter_width};
        point.whiskers = {across(number(1) - spread(3)), down(number(2) + spread(6)), across(number(1) + spread(4)),
                          down(number(2) - spread(5))};
        points.push_back(point);
    }
    return points;
}

double cost_of(std::size_t at, LabelBox const& box, std::vector<Point> const& points, std::vector<PlacedLabel> const& placed) {
    double cost = of_outside * (std::max(0.0, -box.left) + std::max(0.0, box.right - plot_width) + std::max(0.0, -box.top) +
                                std::max(0.0, box.bottom - plot_height));
    for (std::size_t k = 0; k < points.size(); ++k) {
        LabelBox const& whiskers = points[k].whiskers;
        if (points[k].x > box.left && points[k].x < box.right)
            cost += of_whiskers * overlap(box.top, box.bottom, whiskers.top, whiskers.bottom);
        if (points[k].y > box.top && points[k].y < box.bottom)
            cost += of_whiskers * overlap(box.left, box.right, whiskers.left, whiskers.right);
        if (k == at) continue;
        cost += overlap(box, points[k].marker_box()) + overlap(box, placed[k].box);
    }
    return cost;
}

}  // namespace

std::vector<PlacedLabel> placed_labels(Chart const& chart) {
    auto const points = points_of(chart);
    if (!points) return std::vector<PlacedLabel>(chart.sheet.size() - 1, PlacedLabel{sides[0], {}});
    std::vector<PlacedLabel> placed;
    for (Point const& point : *points) placed.push_back({sides[0], point.label(sides[0])});
    // Each in turn takes the side that costs least; a few rounds, for one makes room for another.
    for (int round = 0; round < 4; ++round)
        for (std::size_t k = 0; k < points->size(); ++k) {
            double best = cost_of(k, placed[k].box, *points, placed);
            for (std::string_view const side : sides) {
                LabelBox const box = (*points)[k].label(side);
                double const cost = cost_of(k, box, *points, placed);
                if (!(cost < best)) continue;
                best = cost;
                placed[k] = {side, box};
            }
        }
    return placed;
}

}  // namespace micropol
