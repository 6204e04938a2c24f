// What lies on slides can be read: no word is broken, names of crowded points stand apart, colours are told apart.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "report/chart_labels.h"
#include "report/package_reader.h"
#include "report/pptx_shapes.h"
#include "report/write.h"

namespace micropol {
namespace {

using testing::HasSubstr;

SlideTable table_of(std::size_t columns) {
    SlideTable table;
    table.heads.assign(columns, "Vertrauenswürdigkeit");
    table.rows.assign(3, std::vector<std::string>(columns, "0,5 (0,1–0,9)"));
    return table;
}

TEST(SlideTable, leaves_out_columns_rather_than_break_a_word) {
    SlideTable const narrow = fitting(table_of(9), {0, 0, 420, 300});
    EXPECT_GT(narrow.columns_left_out, 0u);
    EXPECT_EQ(narrow.heads.size() + narrow.columns_left_out, 9u);
    EXPECT_EQ(narrow.rows.front().size(), narrow.heads.size());
    int const letters = 20 + 2, of_smallest_size = 9;
    EXPECT_GE(420.0 / double(narrow.heads.size()), letters * of_smallest_size * 0.5);
    SlideTable const wide = fitting(table_of(4), {0, 0, 880, 300});
    EXPECT_EQ(wide.columns_left_out, 0u);
}

// An interval is not broken after its dash, as long as a smaller size spares that: long heads take a second line instead.
TEST(SlideTable, keeps_cells_on_one_line) {
    SlideTable table{.heads = {"Strategy", "Best in", "Better than doing nothing"}, .rows = {}};
    for (int k = 0; k < 5; ++k) table.rows.push_back({"pressure_and_moderation", "41 % (34–49)", "97 % (95–98)"});
    EXPECT_EQ(fitting(table, {0, 0, 430, 300}).size, 11.0);
    EXPECT_LT(fitting(table, {0, 0, 300, 300}).size, 11.0);
}

TEST(SlideTable, says_how_many_columns_are_on_the_page_alone) {
    Phrase const head = Verbatim{"Vertrauenswürdigkeit"};
    Table const table{.columns = std::vector<Phrase>(20, head), .rows = {std::vector<Phrase>(20, "Mean")}};
    Document document;
    document.sections = {{.id = "adoption", .heading = "Mean", .elements = {{table}}}};
    auto const parts = package::parts_of(write_pptx(deck_of({{document, {}}}, {}), Language::german));
    EXPECT_THAT(parts.at("ppt/slides/slide2.xml"), HasSubstr(" weitere Spalten stehen auf der Seite."));
}

Chart scatter_of(std::vector<ScatterFigure::Point> const& points) {
    return *chart_of(ScatterFigure{points, {}, "Mean", Scale::share}, Language::english);
}
ScatterFigure::Point point(char const* name, double cost, double value, double around = 0) {
    return {Verbatim{name}, {cost, cost * 0.9, cost * 1.1}, {value, value - around, value + around}, {}, {}, false};
}

// Letters have room above and below them in their line.
bool lie_on_each_other(LabelBox const& one, LabelBox const& other) {
    constexpr double room = 2;
    return one.left < other.right && other.left < one.right && one.top < other.bottom - room && other.top < one.bottom - room;
}

TEST(SlideChart, puts_names_of_crowded_points_beside_each_other) {
    std::vector<PlacedLabel> const placed = placed_labels(scatter_of(
        {point("pressure_and_moderation", 360, 0.38, 0.05), point("guiding_coalition", 43, 0.37, 0.06),
         point("bundle", 370, 0.35, 0.05), point("compensate_and_train", 2500, 0.33, 0.05), point("kpi_first", 580, 0.326, 0.05),
         point("pressure", 92, 0.317, 0.05), point("share_data", 270, 0.309, 0.05), point("train_sales", 440, 0.274, 0.05),
         point("none", 0, 0.264, 0.05)}));
    ASSERT_EQ(placed.size(), 9u);
    for (std::size_t k = 0; k < placed.size(); ++k)
        for (std::size_t other = 0; other < k; ++other)
            EXPECT_FALSE(lie_on_each_other(placed[k].box, placed[other].box)) << k << " and " << other;
    EXPECT_NE(placed[3].side, "r");  // where there is no room
}

TEST(SlideChart, puts_names_on_four_sides_of_one_place) {
    auto const placed = placed_labels(scatter_of({point("a", 0, 0.1), point("first", 100, 0.5), point("second", 100, 0.5),
                                                  point("third", 100, 0.5), point("fourth", 100, 0.5), point("b", 200, 0.9)}));
    std::set<std::string_view> sides;
    for (std::size_t k = 1; k <= 4; ++k) sides.insert(placed[k].side);
    EXPECT_EQ(sides.size(), 4u);
}

std::string chart_of_series(std::size_t count) {
    std::vector<Series> series;
    for (std::size_t k = 0; k < count; ++k) series.push_back({Verbatim{std::to_string(k)}, {}, {0.1, 0.1, 0.1}});
    Chart const chart = *chart_of(AreasFigure{series, Scale::share}, Language::english);
    return chart_part(chart, "rId1", Language::english);
}

TEST(SlideChart, tells_seven_stages_apart) {
    std::set<std::string> fills;
    std::size_t areas = 0;
    std::string fill;
    for (package::Element const& one : package::elements_of(chart_of_series(7))) {
        if (!one.is_within("c:ser") || one.is_within("a:ln")) continue;
        if (one.name == "a:schemeClr") fill = one.attributes.at("val");
        if (one.name == "a:lumMod") fill += one.attributes.at("val");
        if (one.name == "c:cat") ++areas, fills.insert(fill);
    }
    EXPECT_EQ(areas, 7u);
    EXPECT_EQ(fills.size(), 7u);
}

// LibreOffice lets labels of a given angle lie on each other: 104 weeks would be a black bar.
TEST(SlideChart, leaves_it_to_the_program_how_many_weeks_have_room) {
    std::string const part = chart_of_series(2);
    std::string const weeks = part.substr(part.find("<c:catAx>"), part.find("</c:catAx>") - part.find("<c:catAx>"));
    std::string const values = part.substr(part.find("<c:valAx>"));
    EXPECT_EQ(weeks.find("rot="), std::string::npos);
    EXPECT_THAT(values, HasSubstr("rot=\"0\""));
}

}  // namespace
}  // namespace micropol
