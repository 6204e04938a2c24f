#include "results/wording.h"

#include <gtest/gtest.h>

#include <limits>

namespace micropol {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

Estimate around(double mean, double half) {
    Estimate estimate;
    estimate.mean = mean, estimate.low = mean - half, estimate.high = mean + half;
    return estimate;
}

std::string read(Estimate const& estimate, Unit unit) {
    Precision const precision = precision_of(estimate, unit);
    return figure(estimate.mean, precision) + " (" + interval(estimate.low, estimate.high, precision) + ")";
}

std::string read_change(Estimate const& estimate, Unit unit) {
    Precision const precision = change_precision_of(estimate, unit);
    return figure(estimate.mean, precision) + " (" + interval(estimate.low, estimate.high, precision) + ")";
}

TEST(Wording, NoMoreDigitsThanTheIntervalSupports) {
    EXPECT_EQ(read(around(0.4123, 0.04), Unit::share), "41 % (37–45)");
    EXPECT_EQ(read(around(0.4123, 0.30), Unit::share), "41 % (11–71)");
    EXPECT_EQ(read(around(0.4123, 0.0031), Unit::share), "41.2 % (40.9–41.5)");
    EXPECT_EQ(read(around(0.4123, 0.2), Unit::one), "0.4 (0.2–0.6)");
    EXPECT_EQ(read(around(12345.6, 150), Unit::money), "12,300 (12,200–12,500)");
    EXPECT_EQ(read(around(12345.6, 15), Unit::money), "12,350 (12,330–12,360)");
    EXPECT_EQ(read(around(41, 7.4), Unit::weeks), "41 (34–48)");
}

TEST(Wording, WithoutAnInterval) {
    EXPECT_EQ(read(around(0.4167, unknown), Unit::share), "42 % ()");
    EXPECT_EQ(read(around(1.23456, unknown), Unit::power), "1.23 ()");
    EXPECT_EQ(read(around(123456, unknown), Unit::money), "123,000 ()");
    EXPECT_EQ(read(around(0, 0), Unit::one), "0 (0–0)");
    EXPECT_EQ(read(around(unknown, unknown), Unit::share), "unknown ()");
    EXPECT_EQ(read(around(std::numeric_limits<double>::infinity(), unknown), Unit::one), "unknown ()");
}

TEST(Wording, ChangesCarryTheirSign) {
    EXPECT_EQ(read_change(around(-0.09, 0.02), Unit::share), "−9 points (−11 to −7)");
    EXPECT_EQ(read_change(around(0.09, 0.02), Unit::share), "+9 points (+7 to +11)");
    EXPECT_EQ(read_change(around(0.001, 0.02), Unit::share), "0 points (−2 to +2)");
    EXPECT_EQ(read(around(-0.02, 0.03), Unit::attitude), "−0.02 (−0.05 to 0.01)");
}

TEST(Wording, Directions) {
    EXPECT_EQ(direction(around(0.2, 0.1)), "▲");
    EXPECT_EQ(direction(around(-0.2, 0.1)), "▼");
    EXPECT_EQ(direction(around(0.1, 0.1)), "≈");
    EXPECT_EQ(direction(around(0.1, unknown)), "");
}

TEST(Wording, Counts) {
    EXPECT_EQ(count(0), "0");
    EXPECT_EQ(count(999), "999");
    EXPECT_EQ(count(1024), "1,024");
    EXPECT_EQ(count(1234567), "1,234,567");
}

TEST(Wording, NamesMoveNoCursor) {
    EXPECT_EQ(plain("Ver\x1b[31mkauf\n2\t\x7f"), "Ver [31mkauf 2  ");
    EXPECT_EQ(plain("a\u202eb\u2028c\u0085"), "a b c ");
    EXPECT_EQ(plain("M\xfcller \xe2\x82"), "M\ufffdller \ufffd\ufffd");
    EXPECT_EQ(plain("\xc0\xaf\xed\xa0\x80"), "\ufffd\ufffd\ufffd\ufffd\ufffd") << "overlong, and half a surrogate pair";
    EXPECT_EQ(plain("Müller 李 🙂"), "Müller 李 🙂");
}

TEST(Wording, ColumnsOfATerminal) {
    EXPECT_EQ(columns_of("Sales"), 5);
    EXPECT_EQ(columns_of("Müller"), 6);
    EXPECT_EQ(columns_of("営業部"), 6);
    EXPECT_EQ(columns_of("e\u0301"), 1);
    EXPECT_EQ(fitted("Müller", 8), "Müller  ");
    EXPECT_EQ(fitted("Müller-Lüdenscheidt", 8), "Müller-…");
    EXPECT_EQ(fitted("営業部門", 6), "営業… ") << "half a wide character does not fit";
    EXPECT_EQ(fitted("exact", 5), "exact");
    EXPECT_EQ(fitted("", 2), "  ");
}

}  // namespace
}  // namespace micropol
