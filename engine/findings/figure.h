#pragma once
// What is drawn, as numbers: a writer makes a picture of it.

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/message.h"
#include "study/explain/told.h"

namespace micropol {

struct Interval {
    double mean = 0, low = 0, high = 0;  // not-a-number: unknown
};

// What the numbers of an axis are.
enum class Scale { number, share, money };

// One outcome week by week: quantiles over histories. [week]
struct FanFigure {
    Phrase label;
    Scale scale = Scale::number;
    std::vector<float> q05, q25, q50, q75, q95;
};

// Shares that sum to one. [series].values[week]
struct Series {
    Phrase name;
    std::string key;  // of the outcome, by which it is coloured; may be empty
    std::vector<double> values;
};
struct AreasFigure {
    std::vector<Series> series;
    Scale scale = Scale::share;
};
struct LinesFigure {
    std::vector<Series> series;
    Scale scale = Scale::number;
    Phrase label;
    std::optional<int> mark = {};  // a week
};

// From before to after.
struct SlopeFigure {
    struct Row {
        Phrase name;
        double before = 0, after = 0;
        int sign = 0;                                // of a change whose interval excludes 0
        Phrase before_shown = {}, after_shown = {};  // as the table beside it has them
    };
    std::vector<Row> rows;
    Scale scale = Scale::number;
};

// One interval a row, as a dot with whiskers or a bar.
struct IntervalsFigure {
    struct Row {
        Phrase name;
        Interval value;
        std::optional<int> sign = {};  // colours the row
        Phrase shown = {};             // the value, as the table beside it has it
    };
    std::vector<Row> rows;
    Scale scale = Scale::number;
    bool bars = false, change = false;  // change: around 0
    bool sizes = false;                 // how large changes are: points, no percentages, without a sign
};

struct ScatterFigure {
    struct Point {
        Phrase name;
        Interval x, y;
        Phrase x_shown, y_shown;  // as the table beside it has them
        bool best = false;
        char mark = '*';  // in a terminal
    };
    std::vector<Point> points;
    Phrase axes = {};             // which is which, in a terminal
    Phrase up;                    // label of the axis
    Scale scale = Scale::number;  // of y; x is money
};

// What a result does from the lowest to the highest value of each assumption.
struct CurvesFigure {
    struct Step {
        Phrase name;  // of the values it stands for
        Interval mean;
        Phrase shown = {};  // as the table beside it has it
    };
    struct Curve {
        Phrase name;
        std::vector<Step> steps;
    };
    std::vector<Curve> curves;
    Phrase label;
    Scale scale = Scale::number;
    bool change = false;  // differences: points, no percentages
};

// Where people stand on two axes, moment by moment, with ellipses as wide as their standard deviations. x: share; y: −1 to 1.
struct GridFigure {
    struct Point {
        Phrase name;
        double x = 0, y = 0, x_sd = 0, y_sd = 0;
    };
    struct Panel {
        Phrase name;
        std::vector<Point> points;
    };
    std::vector<Panel> panels;
    Phrase across, up;  // labels of the axes
};

// The share of cases that lie below each value: how far each of several may go.
struct QuantilesFigure {
    struct Curve {
        Phrase name;
        std::vector<double> values;  // below which lies none, a step, two steps … of the cases
    };
    std::vector<Curve> curves;
    double step = 0.02;  // share
    Phrase up, across;   // labels of the axes
    Scale scale = Scale::number;
    bool sizes = false;  // points, no percentages
};

// Cases on two axes, coloured by the group that each belongs to, and boxes that hold a group.
struct RegionsFigure {
    struct Group {
        Phrase name;
        std::vector<std::pair<double, double>> points;
    };
    struct Box {
        Phrase name;
        std::size_t group = 0;
        double left = 0, right = 0, bottom = 0, top = 0;  // infinite: open
    };
    std::vector<Group> groups;
    std::vector<Box> boxes;
    Phrase across, up;  // labels of the axes
};

// Two amounts of different kinds for each row, side by side.
struct PairsFigure {
    struct Row {
        Phrase name;
        Interval left;
        double right = 0;
        bool clear = false;  // the left one
        Phrase left_shown = {}, right_shown = {};
    };
    std::vector<Row> rows;
    Phrase left, right;  // what they are
    Scale left_scale = Scale::number;
    bool sizes = false;  // of the left ones: points, no percentages
};

// How likely each value is, before and after: one above the other, from the lowest to the highest value that was believed.
struct RidgesFigure {
    struct Row {
        Phrase name;
        std::vector<double> after;  // [step] of equally likely steps before: how many times as likely
        bool clear = false;         // the change
        Phrase shown = {};          // the values after, as the table beside it has them
    };
    std::vector<Row> rows;
    Phrase across;  // label of the axis
};

// Who knows whom, and how coalitions change.
struct NetworkFigure {
    Network network;
};

using FigureData = std::variant<FanFigure, AreasFigure, LinesFigure, SlopeFigure, IntervalsFigure, ScatterFigure, CurvesFigure,
                                NetworkFigure, GridFigure, QuantilesFigure, RegionsFigure, PairsFigure, RidgesFigure>;

}  // namespace micropol
