#include "words/text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "words/number_text.h"

namespace micropol {
namespace {

constexpr Language english = Language::english, german = Language::german;

Quantity quantity(double mean, double low, double high, Unit unit, Quantity::Form form) {
    return {.mean = mean, .low = low, .high = high, .unit = unit, .form = form};
}

TEST(Text, shows_names_in_one_line_that_moves_no_cursor) {
    EXPECT_EQ(to_text(Verbatim{"Sales\x1b[2J\nBoard"}, english), "Sales [2J Board");
    EXPECT_EQ(to_text(Message("{0} does best", {Verbatim{"{1}\x07"}}), english), "{1}  does best");
}

TEST(Text, lists_in_each_language) {
    Listing const three{{Verbatim{"a"}, Verbatim{"b"}, Verbatim{"c"}}};
    EXPECT_EQ(to_text(three, english), "a, b and c");
    EXPECT_EQ(to_text(three, german), "a, b und c");
    EXPECT_EQ(to_text(Listing{{Verbatim{"a"}, Verbatim{"b"}}, Listing::Joined::by_or}, german), "a oder b");
    EXPECT_EQ(to_text(Listing{}, english), "");
}

TEST(Text, leaves_braces_that_are_no_gap) { EXPECT_EQ(to_text(Message("a {b} {7} {0}", {Count{3}}), english), "a {b} {7} 3"); }

TEST(Text, begins_a_label_within_a_sentence_with_a_small_letter) {
    Message label("Substantive adoption");
    label.is_label_within = true;
    EXPECT_EQ(to_text(label, english), "substantive adoption");
    label.id = "CRM use";
    EXPECT_EQ(to_text(label, english), "CRM use");
}

TEST(NumberText, groups_thousands_and_rounds_to_tens) {
    EXPECT_EQ(number_text(-1234567.891, 2, false, english), "−1,234,567.89");
    EXPECT_EQ(number_text(-1234567.891, 2, false, german), "−1.234.567,89");
    EXPECT_EQ(number_text(1'249, -2, true, english), "+1,200");
    EXPECT_EQ(number_text(-0.0001, 1, true, english), "0.0");
    EXPECT_EQ(number_text(std::nan(""), 0, false, english), "unknown");
    EXPECT_EQ(number_text(std::numeric_limits<double>::infinity(), 0, false, german), "unbekannt");
}

TEST(NumberText, shows_the_first_digit_of_the_half_width) {
    using Form = Quantity::Form;
    EXPECT_EQ(to_text(quantity(0.4123, 0.37, 0.45, Unit::share, Form::level), english), "41 % (37–45)");
    EXPECT_EQ(to_text(quantity(0.4123, 0.4103, 0.4143, Unit::share, Form::level), english), "41.2 % (41.0–41.4)");
    EXPECT_EQ(to_text(quantity(-1'250, -2'300, -200, Unit::money, Form::level), english), "−1,000 (−2,000 to 0)");
    EXPECT_EQ(to_text(quantity(0.4, 0.4, 0.4, Unit::share, Form::level), german), "40 %");
}

TEST(NumberText, marks_a_change_whose_interval_excludes_0) {
    using Form = Quantity::Form;
    EXPECT_EQ(to_text(quantity(0.03, 0.01, 0.05, Unit::share, Form::uncertain), english), "▲ +3 points (+1 to +5)");
    EXPECT_EQ(to_text(quantity(-0.03, -0.05, -0.01, Unit::share, Form::uncertain), german), "▼ −3 Punkte (−5 bis −1)");
    EXPECT_EQ(to_text(quantity(0.01, -0.02, 0.04, Unit::share, Form::uncertain), english), "≈ +1 point (−2 to +4)");
    EXPECT_EQ(to_text(quantity(0, 0, 0, Unit::share, Form::uncertain), german), "≈ kein Unterschied");
    EXPECT_EQ(to_text(quantity(0.03, std::nan(""), std::nan(""), Unit::share, Form::uncertain), english), "+3 points");
}

TEST(NumberText, names_money_where_no_heading_does) {
    Quantity cost{.mean = 1'200, .unit = Unit::money};
    EXPECT_EQ(to_text(cost, english), "1,200");
    cost.names_money = true;
    EXPECT_EQ(to_text(cost, english), "1,200 thousand euros");
    EXPECT_EQ(to_text(cost, german), "1.200 Tausend Euro");
}

TEST(NumberText, writes_an_exact_number_with_all_its_digits) {
    EXPECT_EQ(to_text(Quantity{.mean = 0.125, .form = Quantity::Form::exact}, english), "0.125");
    EXPECT_EQ(to_text(Quantity{.mean = 0.125, .form = Quantity::Form::exact}, german), "0,125");
}

}  // namespace
}  // namespace micropol
