#pragma once
// Words that maps of stakeholders use, in English and German.

#include <optional>
#include <string_view>

namespace micropol {

// How much: 1 very little, 2 little, 3 medium, 4 much, 5 very much; 0 nothing.
[[nodiscard]] std::optional<double> amount_word(std::string_view text);
// For or against: rather 1, plainly 2, strongly 3; against: the same below 0.
[[nodiscard]] std::optional<double> stance_word(std::string_view text);
// What somebody cares about: career 0, pay 1, status 2, security 3, company 4.
[[nodiscard]] std::optional<std::size_t> goal_word(std::string_view text);
// Whether power and interest are high, of a field such as "keep informed".
struct PowerAndInterest {
    bool power, interest;
};
[[nodiscard]] std::optional<PowerAndInterest> field_word(std::string_view text);
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view text);

}  // namespace micropol
