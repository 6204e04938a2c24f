#pragma once
// Numbers and names as people read them.

#include <string>
#include <string_view>

#include "base/unit.h"
#include "statistics/estimate.h"
#include "words/plain_text.h"

namespace micropol {

// Digits follow the interval: the last one shown is the first digit of its half-width; shares are whole percentages unless
// the interval is narrower than one. Without an interval: whole percentages, or three digits.
struct Precision {
    double scale = 1;         // what a value is multiplied with before it is shown
    int decimals = 0;         // negative: tens, hundreds, …
    std::string_view suffix;  // " %"
    bool signs = false;       // a plus before what is above 0
};
[[nodiscard]] Precision precision_of(Estimate const& estimate, Unit unit);
[[nodiscard]] Precision change_precision_of(Estimate const& estimate, Unit unit);  // shares in points, with signs

[[nodiscard]] std::string number(double value, Precision const& precision);  // "1,024"; "−0.3"; "unknown" for not-a-number
[[nodiscard]] std::string figure(double value, Precision const& precision);  // with suffix: "41 %"
[[nodiscard]] std::string interval(double low, double high, Precision const& precision);  // "37–45"; "−2 to 5"; "" if unknown
[[nodiscard]] std::string count(std::size_t value);                                       // "1,024"

// "▲" or "▼" if the interval of a change excludes 0, "≈" if it does not, "" without an interval.
[[nodiscard]] std::string_view direction(Estimate const& change);

}  // namespace micropol
