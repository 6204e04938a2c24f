#include "report/chart.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "words/text.h"

namespace micropol {

namespace {

constexpr std::size_t most_bars = 12, most_points = 16, longest_name = 36, longest_label = 60;

bool runs_to_the_left(std::string_view text) {
    while (!text.empty()) {
        CodePoint const character = first_character(text);
        char32_t const c = character.value;
        if ((c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xff00) ||
            (c >= 0x10800 && c < 0x11000))
            return true;
        text.remove_prefix(std::max<std::size_t>(1, character.bytes));
    }
    return false;
}

struct ChartMaker {
    Wording wording;

    [[nodiscard]] std::string text(Phrase const& phrase) const { return shortened(to_text(phrase, wording), longest_label); }
    // Its number stands beside it, as the page has it.
    [[nodiscard]] std::string named(Phrase const& name, Phrase const& shown) const {
        std::string called = shortened(to_text(name, wording), longest_name);
        if (shown.empty()) return called;
        // Behind a name from right to left, a number would change places with it.
        return called + (runs_to_the_left(called) ? "\u200e: " : ": ") + to_text(shown, wording);
    }

    [[nodiscard]] static bool in_points(Scale scale, bool changes) { return scale == Scale::share && changes; }
    void scale_up(Chart& chart, Scale scale, bool changes) const {
        if (in_points(scale, changes))
            chart.up = text("points");
        else if (scale == Scale::share)
            chart.format = "0\\ %";
        else if (scale == Scale::money)
            chart.format = "#,##0", chart.up = chart.up.empty() ? text("thousand euros") : chart.up;
    }

    // Weeks count from 1.
    template <class Values>
    static void add_column(Sheet& sheet, std::string const& head, Values const& values) {
        sheet.front().emplace_back(head);
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (sheet.size() < row + 2) sheet.push_back({double(row + 1)});
            sheet[row + 1].resize(sheet.front().size() - 1, NAN);
            sheet[row + 1].emplace_back(double(values[row]));
        }
    }
    static void even_out(Sheet& sheet) {
        for (auto& row : sheet) row.resize(sheet.front().size(), NAN);
    }

    // How far it is from one column to another.
    static void add_distances(Sheet& sheet, std::size_t from, std::size_t to) {
        sheet.front().emplace_back(std::get<std::string>(sheet[0][from]) + " – " + std::get<std::string>(sheet[0][to]));
        for (std::size_t row = 1; row < sheet.size(); ++row)
            sheet[row].emplace_back(SheetFormula{std::get<double>(sheet[row][to]) - std::get<double>(sheet[row][from]),
                                                 cell_in_sheet(to, row) + '-' + cell_in_sheet(from, row)});
    }

    std::optional<Chart> operator()(FanFigure const& fan) const {
        Chart chart{.form = Chart::Form::fan, .sheet = {{text("Week")}}, .series = 5};
        auto const percentile = [&](double share) { return text(Quantity{.mean = share, .unit = Unit::share}); };
        add_column(chart.sheet, percentile(0.05), fan.q05);
        add_column(chart.sheet, percentile(0.25), fan.q25);
        add_column(chart.sheet, text("Median"), fan.q50);
        add_column(chart.sheet, percentile(0.75), fan.q75);
        add_column(chart.sheet, percentile(0.95), fan.q95);
        even_out(chart.sheet);
        add_distances(chart.sheet, 1, 2);
        add_distances(chart.sheet, 2, 4);
        add_distances(chart.sheet, 4, 5);
        chart.across = text("Week"), chart.up = text(fan.label);
        scale_up(chart, fan.scale, false);
        return chart;
    }

    [[nodiscard]] Chart weekly(Chart::Form form, std::vector<Series> const& series, Scale scale) const {
        Chart chart{.form = form, .sheet = {{text("Week")}}, .series = series.size(), .across = text("Week")};
        for (Series const& one : series) add_column(chart.sheet, text(one.name), one.values);
        even_out(chart.sheet);
        scale_up(chart, scale, false);
        return chart;
    }
    std::optional<Chart> operator()(AreasFigure const& areas) const {
        Chart chart = weekly(Chart::Form::areas, areas.series, areas.scale);
        if (areas.scale == Scale::share) chart.range = AxisRange{0, 1, 0.2};
        return chart;
    }
    std::optional<Chart> operator()(LinesFigure const& lines) const {
        Chart chart = weekly(Chart::Form::lines, lines.series, lines.scale);
        chart.up = text(lines.label);
        return chart;
    }

    std::optional<Chart> operator()(QuantilesFigure const& figure) const {
        Chart chart = weekly(Chart::Form::lines, {}, figure.scale);
        chart.series = figure.curves.size();
        bool const points = in_points(figure.scale, figure.sizes);
        for (QuantilesFigure::Curve const& curve : figure.curves) {
            std::vector<double> values = curve.values;
            if (points)
                for (double& value : values) value *= 100;
            add_column(chart.sheet, text(curve.name), values);
        }
        even_out(chart.sheet);
        for (std::size_t row = 1; row < chart.sheet.size(); ++row)
            chart.sheet[row].front() = text(Quantity{.mean = double(row - 1) * figure.step, .unit = Unit::share});
        chart.across = text(figure.across), chart.up = text(figure.up);
        chart.sheet.front().front() = chart.across;
        if (points) chart.format = "General";
        return chart;
    }

    std::optional<Chart> operator()(SlopeFigure const& slope) const {
        Chart chart{.form = Chart::Form::bars, .sheet = {{std::string(), text("Before"), text("After")}}, .series = 2};
        for (SlopeFigure::Row const& row : slope.rows) {
            Phrase const shown = Message("{0} → {1}", {row.before_shown, row.after_shown});
            bool const is_shown = !row.before_shown.empty() && !row.after_shown.empty();
            chart.sheet.push_back({named(row.name, is_shown ? shown : Phrase()), row.before, row.after});
        }
        scale_up(chart, slope.scale, false);
        chart = capped(std::move(chart), most_bars);
        chart.range = round_range(ends_of(chart.sheet, {{1, 0, 0}, {2, 0, 0}}));
        return chart;
    }

    std::optional<Chart> operator()(IntervalsFigure const& figure) const {
        bool const changes = figure.change || figure.sizes;
        double const factor = in_points(figure.scale, changes) ? 100 : 1;
        Chart chart{
            .form = Chart::Form::bars, .sheet = {{std::string(), text("Mean"), "−", "+"}}, .series = 1, .has_errors = true};
        for (IntervalsFigure::Row const& row : figure.rows) {
            Interval const& value = row.value;
            chart.sheet.push_back({named(row.name, row.shown), value.mean * factor, (value.mean - value.low) * factor,
                                   (value.high - value.mean) * factor});
            chart.signs.push_back(row.sign.value_or(figure.change ? 0 : 1));
        }
        scale_up(chart, figure.scale, changes);
        chart = capped(std::move(chart), most_bars);
        chart.range = round_range(ends_of(chart.sheet, {{1, 2, 3}}));
        return chart;
    }

    // Only what is on the left: the table has both.
    std::optional<Chart> operator()(PairsFigure const& pairs) const {
        IntervalsFigure left{.rows = {}, .scale = pairs.left_scale, .sizes = pairs.sizes};
        for (PairsFigure::Row const& row : pairs.rows)
            left.rows.push_back({row.name, row.left, row.clear ? 1 : 0, row.left_shown});
        std::optional<Chart> chart = (*this)(left);
        chart->up = chart->up.empty() ? text(pairs.left)
                                      : text(Listing{{pairs.left, Verbatim{chart->up}}, Listing::Joined::by_commas});
        return chart;
    }

    std::optional<Chart> operator()(ScatterFigure const& scatter) const {
        Chart chart{.form = Chart::Form::scatter,
                    .sheet = {{std::string(), text("Cost, thousand euros"), text(scatter.up), "x−", "x+", "y−", "y+"}},
                    .series = scatter.points.size(),
                    .has_errors = true};
        for (ScatterFigure::Point const& point : scatter.points) {
            Interval const &x = point.x, &y = point.y;
            chart.sheet.push_back({shortened(to_text(point.name, wording), longest_name), x.mean, y.mean, x.mean - x.low,
                                   x.high - x.mean, y.mean - y.low, y.high - y.mean});
            chart.signs.push_back(point.best ? 1 : 0);
        }
        chart.across = text("Cost, thousand euros"), chart.up = text(scatter.up), chart.format_across = "#,##0";
        scale_up(chart, scatter.scale, false);
        Chart fits = capped(std::move(chart), most_points);
        fits.series = fits.sheet.size() - 1;
        fits.range_across = round_range(ends_of(fits.sheet, {{1, 3, 4}}));
        fits.range = round_range(ends_of(fits.sheet, {{2, 5, 6}}), false);
        return fits;
    }

    // Drawn by no chart of an office program, or only so that nobody could read it.
    std::optional<Chart> operator()(CurvesFigure const&) const { return {}; }
    std::optional<Chart> operator()(NetworkFigure const&) const { return {}; }
    std::optional<Chart> operator()(GridFigure const&) const { return {}; }
    std::optional<Chart> operator()(RegionsFigure const&) const { return {}; }
    std::optional<Chart> operator()(RidgesFigure const&) const { return {}; }

    // Columns of numbers, and how far down and up they go; 0: nowhere.
    struct Spread {
        std::size_t number, down, up;
    };
    static std::vector<double> ends_of(Sheet const& sheet, std::initializer_list<Spread> spreads) {
        std::vector<double> ends;
        for (std::size_t row = 1; row < sheet.size(); ++row)
            for (Spread const& spread : spreads) {
                double const number = std::get<double>(sheet[row][spread.number]);
                ends.push_back(number);
                if (spread.up == 0) continue;
                ends.push_back(number - std::get<double>(sheet[row][spread.down]));
                ends.push_back(number + std::get<double>(sheet[row][spread.up]));
            }
        return ends;
    }

    static Chart capped(Chart chart, std::size_t most) {
        std::size_t const rows = chart.sheet.size() - 1;
        if (rows <= most) return chart;
        chart.left_out = rows - most;
        chart.sheet.resize(most + 1);
        return chart;
    }
};

}  // namespace

std::optional<Chart> chart_of(FigureData const& figure, Wording wording) {
    std::optional<Chart> chart = std::visit(ChartMaker{wording}, figure);
    if (chart && (chart->sheet.size() < 2 || chart->series == 0)) return {};
    return chart;
}

std::optional<AxisRange> round_range(std::vector<double> const& numbers, bool around_zero) {
    double low = around_zero ? 0 : INFINITY, high = around_zero ? 0 : -INFINITY;
    for (double const number : numbers)
        if (std::isfinite(number)) low = std::min(low, number), high = std::max(high, number);
    if (!(high > low)) return {};
    constexpr double least_steps = 2.5;
    double step = 1;
    while ((high - low) / step >= 10 * least_steps) step *= 10;
    while ((high - low) / step < least_steps) step /= 10;
    for (double const factor : {5.0, 2.0})
        if ((high - low) / (step * factor) >= least_steps) {
            step *= factor;
            break;
        }
    return AxisRange{std::floor(low / step) * step, std::ceil(high / step) * step, step};
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t characters = 0, bytes = 0, last_blank = 0, cut = 0;
    while (bytes < text.size()) {
        if (characters + 1 == most) cut = bytes;  // room for "…" is left
        if (text[bytes] == ' ' && characters < most) last_blank = bytes;
        if (++characters > most) {
            std::size_t const at = last_blank > cut / 2 ? last_blank : cut;
            return std::string(text.substr(0, at)) + "…";
        }
        bytes += std::max<std::size_t>(1, first_character(text.substr(bytes)).bytes);
    }
    return std::string(text);
}

}  // namespace micropol
