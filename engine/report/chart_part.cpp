// ECMA-376, part 1, 21.2: DrawingML charts.

#include <algorithm>

#include "report/chart_labels.h"
#include "report/chart_xml.h"

namespace micropol {

namespace {

constexpr char const* category_axis = "111111111";
constexpr char const* value_axis = "222222222";

// Of the theme: told apart by those who cannot tell red from green, too.
constexpr char const* above = "accent1";
constexpr char const* below = "accent2";
constexpr char const* unclear = "accent6";
constexpr std::size_t accents = 6;
std::string accent(std::size_t series) { return "accent" + std::to_string(series % accents + 1); }
int lightness(std::size_t series) { return series < accents ? 100 : 50; }  // percent: a second turn is lighter

class ChartWriter : private ChartXml {
  public:
    ChartWriter(Chart const& chart, std::string_view workbook, Language language)
        : ChartXml(chart, language), workbook_(workbook) {}

    std::string document() {
        xml_.open("c:chartSpace", {{"xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart"},
                                   {"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
                                   {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}});
        value("c:date1904", "0").value("c:lang", language_tag()).value("c:roundedCorners", "0");
        xml_.open("c:chart");
        value("c:autoTitleDeleted", "1");
        xml_.open("c:plotArea").empty("c:layout");
        draw();
        xml_.close();
        if (bool const has_legend = chart_.series > 1 && chart_.form != Chart::Form::scatter && chart_.form != Chart::Form::fan;
            has_legend) {
            xml_.open("c:legend");
            value("c:legendPos", "b").value("c:overlay", "0");
            text_size(1000);
            xml_.close();
        }
        value("c:plotVisOnly", "1").value("c:dispBlanksAs", "gap");
        xml_.close();
        text_size(1000);
        xml_.open("c:externalData", {{"r:id", workbook_}});
        value("c:autoUpdate", "0");
        return xml_.document();
    }

  private:
    // ------------------------------------------------------------------------------------------------- axes

    void label(std::string const& text) {
        if (text.empty()) return;
        xml_.open("c:title").open("c:tx").open("c:rich").empty("a:bodyPr").empty("a:lstStyle").open("a:p").open("a:pPr");
        xml_.empty("a:defRPr", {{"sz", 1000}, {"b", "0"}}).close();
        xml_.open("a:r").empty("a:rPr", {{"sz", 1000}, {"b", "0"}}).leaf("a:t", text).close();
        xml_.close().close().close();
        value("c:overlay", "0");
        xml_.close();
    }
    struct Axis {
        std::string_view element, id, crosses, position;
        std::string label = {}, format = "General";
        bool downwards = false, has_grid = false;  // downwards: names, each of which is there; else those for which there is room
        std::string_view crosses_at = "autoZero", labels = "low";
        std::optional<AxisRange> range = {};
    };
    void begin_axis(Axis const& axis) {
        xml_.open(axis.element);
        value("c:axId", axis.id);
        xml_.open("c:scaling");
        value("c:orientation", axis.downwards ? "maxMin" : "minMax");
        if (axis.range) value("c:max", xml_number(axis.range->to)).value("c:min", xml_number(axis.range->from));
        xml_.close();
        value("c:delete", "0").value("c:axPos", axis.position);
        if (axis.has_grid) {
            xml_.open("c:majorGridlines").open("c:spPr").open("a:ln", {{"w", 6350}});
            fill("bg2");
            xml_.close().close().close();
        }
        label(axis.label);
        xml_.empty("c:numFmt", {{"formatCode", axis.format}, {"sourceLinked", "0"}});
        value("c:majorTickMark", "none").value("c:minorTickMark", "none").value("c:tickLblPos", axis.labels);
        xml_.open("c:spPr");
        line("accent6", 9525);
        xml_.close();
        text_size(1000, axis.element != "c:catAx" || axis.downwards);
        value("c:crossAx", axis.crosses).value("c:crosses", axis.crosses_at);
    }
    void names_axis(std::string_view position, bool downwards, std::string const& said) {
        begin_axis({"c:catAx", category_axis, value_axis, position, said, "General", downwards});
        value("c:auto", "0").value("c:lblAlgn", "ctr").value("c:lblOffset", "100");
        std::size_t const step = downwards ? 1 : std::max<std::size_t>(1, rows() / 8);
        value("c:tickLblSkip", std::to_string(step)).value("c:tickMarkSkip", std::to_string(step));
        value("c:noMultiLvlLbl", "1");
        xml_.close();
    }
    void values_axis(bool has_grid) {
        bool const of_bars = chart_.form == Chart::Form::bars;  // it stands below the last of them, which is the furthest down
        begin_axis({"c:valAx", value_axis, category_axis, of_bars ? "b" : "l", chart_.up, chart_.format, false, has_grid,
                    of_bars ? "max" : "autoZero", of_bars ? "nextTo" : "low", chart_.range});
        value("c:crossBetween", of_bars ? "between" : "midCat");
        if (chart_.range) value("c:majorUnit", xml_number(chart_.range->step));
        xml_.close();
    }
    void axes_of_weeks(bool has_grid) {
        names_axis("b", false, chart_.across);
        values_axis(has_grid);
    }
    void end_with_axes() {
        value("c:axId", category_axis).value("c:axId", value_axis);
        xml_.close();
    }

    // ------------------------------------------------------------------------------------------------ forms

    void draw() {
        switch (chart_.form) {
            case Chart::Form::fan: return draw_fan();
            case Chart::Form::areas: return draw_areas();
            case Chart::Form::lines: return draw_lines();
            case Chart::Form::bars: return draw_bars();
            case Chart::Form::scatter: return draw_scatter();
        }
    }

    // Bands one above the other, the first one, up to the lowest of them, unseen.
    void draw_fan() {
        xml_.open("c:areaChart");
        value("c:grouping", "stacked").value("c:varyColors", "0");
        struct Band {
            std::size_t column;
            int lighter;
        };
        constexpr Band bands[] = {{1, 0}, {6, 25}, {7, 50}, {8, 25}};
        for (std::size_t k = 0; k < std::size(bands); ++k) {
            begin_series(k, 0, bands[k].column);
            if (bands[k].lighter > 0) {
                filled(above, bands[k].lighter);
            } else {
                xml_.open("c:spPr").empty("a:noFill");
                no_line();
                xml_.close();
            }
            names();
            values_of(bands[k].column);
            xml_.close();
        }
        end_with_axes();
        xml_.open("c:lineChart");
        value("c:grouping", "standard").value("c:varyColors", "0");
        line_series(std::size(bands), 3, above, 28'575);
        value("c:marker", "1");
        end_with_axes();
        axes_of_weeks(true);
    }

    void line_series(std::size_t index, std::size_t column, std::string_view colour, int width, int lighter = 100) {
        begin_series(index, 0, column);
        drawn(colour, width, lighter);
        xml_.open("c:marker");
        value("c:symbol", "none");
        xml_.close();
        names();
        values_of(column);
        value("c:smooth", "0");
        xml_.close();
    }

    void draw_areas() {
        xml_.open("c:areaChart");
        value("c:grouping", "stacked").value("c:varyColors", "0");
        for (std::size_t k = 0; k < chart_.series; ++k) {
            begin_series(k, 0, k + 1);
            filled(accent(k), lightness(k));
            names();
            values_of(k + 1);
            xml_.close();
        }
        end_with_axes();
        axes_of_weeks(false);
    }

    void draw_lines() {
        xml_.open("c:lineChart");
        value("c:grouping", "standard").value("c:varyColors", "0");
        for (std::size_t k = 0; k < chart_.series; ++k) line_series(k, k + 1, accent(k), 22'225, lightness(k));
        value("c:marker", "1");
        end_with_axes();
        axes_of_weeks(true);
    }

    void draw_bars() {
        xml_.open("c:barChart");
        value("c:barDir", "bar").value("c:grouping", "clustered").value("c:varyColors", "0");
        for (std::size_t k = 0; k < chart_.series; ++k) {
            begin_series(k, 0, k + 1);
            filled(chart_.series > 1 && k == 0 ? unclear : above);
            value("c:invertIfNegative", "0");
            for (std::size_t row = 0; k == 0 && row < chart_.signs.size() && row < rows(); ++row) {
                if (chart_.signs[row] > 0) continue;
                xml_.open("c:dPt");
                value("c:idx", std::to_string(row)).value("c:invertIfNegative", "0").value("c:bubble3D", "0");
                filled(chart_.signs[row] < 0 ? below : unclear);
                xml_.close();
            }
            if (chart_.has_errors) errors({}, chart_.series + 1, chart_.series + 2, 1, rows());
            names();
            values_of(k + 1);
            xml_.close();
        }
        value("c:gapWidth", "60");
        end_with_axes();
        names_axis("l", true, {});
        values_axis(true);
    }

    void draw_scatter() {
        xml_.open("c:scatterChart");
        value("c:scatterStyle", "lineMarker").value("c:varyColors", "0");
        std::vector<PlacedLabel> const labels = placed_labels(chart_);
        for (std::size_t row = 1; row <= chart_.series; ++row) {
            begin_series(row - 1, row, 0);
            xml_.open("c:spPr");
            no_line();
            xml_.close();
            xml_.open("c:marker");
            value("c:symbol", "circle").value("c:size", "9");
            filled(chart_.signs[row - 1] > 0 ? above : unclear);
            xml_.close();
            xml_.open("c:dLbls");
            text_size(900);
            value("c:dLblPos", labels[row - 1].side)
                .value("c:showLegendKey", "0")
                .value("c:showVal", "0")
                .value("c:showCatName", "0");
            value("c:showSerName", "1").value("c:showPercent", "0").value("c:showBubbleSize", "0");
            xml_.close();
            errors("x", 3, 4, row, row);
            errors("y", 5, 6, row, row);
            numbers("c:xVal", 1, row, row, chart_.format_across);
            numbers("c:yVal", 2, row, row, chart_.format);
            value("c:smooth", "0");
            xml_.close();
        }
        end_with_axes();
        begin_axis({"c:valAx", category_axis, value_axis, "b", chart_.across, chart_.format_across, false, true, "autoZero",
                    "low", chart_.range_across});
        value("c:crossBetween", "midCat");
        if (chart_.range_across) value("c:majorUnit", xml_number(chart_.range_across->step));
        xml_.close();
        values_axis(true);
    }

    std::string_view workbook_;
};

}  // namespace

std::string chart_part(Chart const& chart, std::string_view workbook, Language language) {
    return ChartWriter(chart, workbook, language).document();
}

}  // namespace micropol
