#pragma once
// Numbers as people of a language write them.

#include <string>
#include <vector>

#include "base/message.h"
#include "words/language.h"

namespace micropol {

// "1,024", "−0.3"; "1.024", "−0,3"; "unknown" for not-a-number. decimals < 0: rounded to tens, hundreds, …
[[nodiscard]] std::string number_text(double value, int decimals, bool signs, Language language);
[[nodiscard]] std::string count_text(std::uint64_t value, Language language);
[[nodiscard]] std::string quantity_text(Quantity const& quantity, Wording wording);

[[nodiscard]] inline Quantity exact(double value) { return {.mean = value, .form = Quantity::Form::exact}; }

// Whole percentages of shares: where they sum to one, so that they sum to 100, those with the largest remainders rounded up.
[[nodiscard]] std::vector<int> apportioned(std::vector<double> const& shares);

// Decimals that a quantity is shown with, after its scale (shares are shown as percentages): the last digit is the first one of
// the half-width of its interval. Shares are whole percentages unless the interval is narrower than one. Without an interval: whole
// percentages, or three digits.
[[nodiscard]] int decimals_of(Quantity const& quantity);

// "▲" or "▼" if the interval of a change excludes 0, "≈" if it does not, "" without an interval.
[[nodiscard]] std::string_view mark_of(Quantity const& change);

}  // namespace micropol
