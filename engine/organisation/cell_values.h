#pragma once
// Numbers and dates as people and spreadsheets write them.

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/parameter.h"

namespace micropol {

// The number that the whole text is, with a decimal point; empty if it is none. Infinite and NaN are numbers here.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

// How a column writes its numbers: "1,234.5" or "1.234,5".
enum class DecimalMark { point, comma };

// What the texts of a column say of it; where they say nothing, a comma is decimal unless commas separate the file's fields.
[[nodiscard]] DecimalMark decimal_mark_of(std::span<std::string const> texts, char separator);

// "1,200", "1'200", "1 200", "35 %" (0.35), "1.234,5"; empty if the text is no number.
[[nodiscard]] std::optional<double> number_in(std::string_view text, DecimalMark mark);

// "0.2..0.4": anything from the one to the other, both in range and in order.
[[nodiscard]] std::optional<Range> range_in(std::string_view text, Range possible);

using Day = std::chrono::sys_days;

// What a text can be read as: "2015-03-01", "1.3.2015", "01-Mar-2015", "1. März 2015", "20150301". In 03/01/2020 either number
// can be the month: then `month_first` and `day_first` are both given, and differ.
struct ReadDate {
    std::optional<Day> month_first, day_first;  // of dates whose order leaves no doubt: the same
};
[[nodiscard]] std::optional<ReadDate> date_in(std::string_view text);

// The dates of a column: [row], empty where a text is none. What can be read both ways follows those that cannot;
// guessed: there were none of them, and the month was taken to come first.
[[nodiscard]] std::vector<std::optional<Day>> dates_in(std::span<std::string const> texts, bool& guessed);

// A day by the number that spreadsheets give it, counted from 1900 or 1904; empty before that and after 2199.
[[nodiscard]] std::optional<Day> day_numbered(double serial, bool since_1904 = false);

// "2024-01-31"
[[nodiscard]] std::string iso_date(Day day);

// "5 years", "18 months", "2 Jahre 3 Monate", "1y 6m" in years; empty if the text is no length of time with a unit.
[[nodiscard]] std::optional<double> years_in(std::string_view text, DecimalMark mark);

inline constexpr double days_in_year = 365.25, months_in_year = 12;

}  // namespace micropol
