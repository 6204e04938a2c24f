#include "report/draw_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "words/plain_text.h"

namespace micropol {
namespace {

using testing::HasSubstr;

std::vector<std::string> lines_of(std::string const& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

TEST(DrawText, draws_intervals) {
    TextAxis const axis{-10, 0, 11};
    EXPECT_EQ(draw_interval({-5, -8, -2}, axis), "  ├──●──┤ ┊");
    EXPECT_EQ(draw_interval({0, 0, 0}, axis), "          ●");
    EXPECT_EQ(draw_interval({-10, NAN, NAN}, axis), "●         ┊");
    EXPECT_EQ(draw_interval({0, 0, 0}, {0, 0, 3}), "  ●") << "nothing differs";
}

TEST(DrawText, names_the_ends_of_an_axis) {
    EXPECT_EQ(ends_of({-0.4, 0.03, 11}, Unit::share, true, Language::english), "−40      +3");
    EXPECT_EQ(ends_of({0, 1234.5, 11}, Unit::money, false, Language::german), "0     1.200");
}

TEST(DrawText, scatters_points_a_later_one_over_an_earlier) {
    ScatterFigure figure;
    figure.points = {{{}, {0, 0, 0}, {0, 0, 0}, {}, {}, false, 'a'},
                     {{}, {4, 4, 4}, {2, 2, 2}, {}, {}, false, 'b'},
                     {{}, {4, 4, 4}, {2, 2, 2}, {}, {}, false, 'c'}};
    std::vector<std::string> const lines = lines_of(draw_scatter(figure, 20, Language::english));
    ASSERT_EQ(lines.size(), 14u);
    EXPECT_TRUE(lines[0].starts_with("  2") && lines[0].ends_with("c")) << lines[0];
    EXPECT_TRUE(lines[11].starts_with("  0") && lines[11].ends_with("│a")) << lines[11];
    EXPECT_THAT(lines[12], HasSubstr("└──"));
    EXPECT_TRUE(lines[13].ends_with("4")) << lines[13];
}

// However long names and values are.
TEST(DrawText, keeps_a_table_to_the_width) {
    TextTable const table{{"Name", "One", "Other"}, {{std::string(200, 'n'), std::string(90, 'v'), "ü"}, {"short", "1", "2"}}};
    for (int const width : {40, 80, 120})
        for (std::string const& line : lines_of(table_text(table, width))) EXPECT_LE(columns_of(line), width) << line;
    EXPECT_THAT(table_text(table, 80), HasSubstr("short"));
}

TEST(PlainText, keeps_a_number_and_its_percent_sign_in_one_line) {
    EXPECT_EQ(wrapped_lines("", "between 31 % and 95.2 % of it", 0, 10), "between\n31 % and\n95.2 % of\nit\n");
}

}  // namespace
}  // namespace micropol
