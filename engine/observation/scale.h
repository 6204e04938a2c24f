#pragma once
// Whole numbers, and the answers that a survey offers.

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/trimmed.h"

namespace micropol {

inline constexpr int most_steps = 101;

[[nodiscard]] inline std::optional<std::uint32_t> whole_in(std::string_view text) {
    std::uint32_t value = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || value > 100'000'000) return std::nullopt;
    return value;
}

// A number of a heading is an answer that a survey counts: "1", "0", "-2".
[[nodiscard]] inline std::optional<int> answer_in(std::string_view heading) {
    int value = 0;
    auto const [end, fault] = std::from_chars(heading.data(), heading.data() + heading.size(), value);
    if (fault != std::errc{} || end != heading.data() + heading.size() || std::abs(value) > most_steps) return std::nullopt;
    return value;
}

struct Scale {
    int least = 1, most = 5;  // the answers that stand for least and for most of the item
    [[nodiscard]] int steps() const { return std::abs(most - least) + 1; }
    [[nodiscard]] double place_of(double answer) const { return (answer - least) / (most - least); }
};

// "1-5", "5-1", "0-10", "-2-2"
[[nodiscard]] inline std::optional<Scale> scale_in(std::string_view text) {
    std::size_t const dash = text.find('-', 1);
    if (dash == std::string_view::npos) return std::nullopt;
    auto const least = answer_in(trimmed(text.substr(0, dash))), most = answer_in(trimmed(text.substr(dash + 1)));
    if (!least || !most || *least == *most || std::abs(*least - *most) >= most_steps) return std::nullopt;
    return Scale{*least, *most};
}

}  // namespace micropol
