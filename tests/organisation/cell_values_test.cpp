#include "organisation/cell_values.h"

#include <gmock/gmock.h>

namespace micropol {
namespace {

using testing::Optional;

TEST(CellValues, reads_numbers_of_both_marks) {
    constexpr auto point = DecimalMark::point, comma = DecimalMark::comma;
    for (auto const& [text, value] : std::vector<std::pair<char const*, double>>{{"1200", 1200},
                                                                                 {"1,200", 1200},
                                                                                 {"1'200", 1200},
                                                                                 {"1’200.5", 1200.5},
                                                                                 {"1 200", 1200},
                                                                                 {"35 %", 0.35},
                                                                                 {"-1,234,567.5", -1234567.5},
                                                                                 {"+3", 3},
                                                                                 {"1e3", 1000}})
        EXPECT_THAT(number_in(text, point), Optional(testing::DoubleEq(value))) << text;
    for (auto const& [text, value] : std::vector<std::pair<char const*, double>>{
             {"1.234,5", 1234.5}, {"0,5", 0.5}, {"1.200", 1200}, {"12,5 %", 0.125}, {"1.5", 1.5}, {"-2,25", -2.25}})
        EXPECT_THAT(number_in(text, comma), Optional(testing::DoubleEq(value))) << text;
    for (char const* const text : {"", "x", "3.5 h", "1,2,3", "1,20", "12 34", "%", "--1", "1..2"})
        EXPECT_EQ(number_in(text, point), std::nullopt) << text;
}

TEST(CellValues, learns_the_mark_from_the_column) {
    auto const mark = [](std::vector<std::string> const& texts, char separator) { return decimal_mark_of(texts, separator); };
    EXPECT_EQ(mark({"1,200", "0.5"}, ';'), DecimalMark::point);
    EXPECT_EQ(mark({"1.200", "0,5"}, ','), DecimalMark::comma);
    EXPECT_EQ(mark({"1,200"}, ','), DecimalMark::point);
    EXPECT_EQ(mark({"1,200"}, ';'), DecimalMark::comma);
}

TEST(CellValues, reads_dates) {
    auto const day = [](std::string const& text) {
        bool guessed = false;
        auto const days = dates_in(std::span(&text, 1), guessed);
        return (guessed ? "?" : "") + (days[0] ? iso_date(*days[0]) : std::string("none"));
    };
    for (char const* const text :
         {"2015-03-01", "2015-03-01T00:00:00", "2015-03-01 08:30:00", "1.3.2015", "01.03.15", "2015/03/01", "20150301",
          "1 March 2015", "Mar 1, 2015", "01-Mar-2015", "1. März 2015", "01.03.2015 00:00"})
        EXPECT_EQ(day(text), "2015-03-01") << text;
    EXPECT_EQ(day("03/25/2015"), "2015-03-25");
    EXPECT_EQ(day("25/03/2015"), "2015-03-25");
    EXPECT_EQ(day("02/03/2015"), "?2015-02-03");
    EXPECT_EQ(day("02/02/2015"), "2015-02-02");
    for (char const* const text :
         {"", "2015", "31.02.2015", "hello", "12", "1.5", "2015-13-40", "1.234,5", "99999999", "2015-03"})
        EXPECT_EQ(day(text), "none") << text;
}

TEST(CellValues, reads_lengths_of_time) {
    for (auto const& [text, years] : std::vector<std::pair<char const*, double>>{{"5 years", 5},
                                                                                 {"1.5 yrs", 1.5},
                                                                                 {"2y 6m", 2.5},
                                                                                 {"2 Jahre und 3 Monate", 2.25},
                                                                                 {"18 months", 1.5},
                                                                                 {"1 year, 6 months", 1.5}})
        EXPECT_THAT(years_in(text, DecimalMark::point), Optional(testing::DoubleNear(years, 1e-12))) << text;
    for (char const* const text : {"5", "", "years", "5 apples", "5 years ago"})
        EXPECT_EQ(years_in(text, DecimalMark::point), std::nullopt) << text;
}

}  // namespace
}  // namespace micropol
