#include "micropol/wording.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace micropol::app {

Quantity in_two_digits(double number) {
    std::array<char, 32> text;
    std::snprintf(text.data(), text.size(), "%.2g", number);
    return {.mean = std::strtod(text.data(), nullptr), .form = Quantity::Form::exact};
}

Message in_words(double seconds) {
    if (seconds < 0.095) return Message("{0} s", {Decimal{seconds, 2}});
    if (seconds < 9.95) return Message("{0} s", {Decimal{seconds, 1}});
    auto const whole = std::uint64_t(std::llround(seconds));
    if (whole < 60) return counted("{0} s", whole);
    if (whole < 3600) return Message("{0} min {1} s", {Count{whole / 60}, Count{whole % 60}});
    return Message("{0} h {1} min", {Count{whole / 3600}, Count{whole % 3600 / 60}});
}

Message in_bytes(std::size_t bytes) {
    auto amount = double(bytes);
    if (amount < 999.5) return counted("{0} bytes", bytes);
    for (char const* unit : {"kB", "MB", "GB"})
        if (amount /= 1000; amount < 999.5) return Message("{0} {1}", {Decimal{amount, amount < 9.95 ? 1 : 0}, name(unit)});
    return Message("{0} {1}", {Decimal{amount / 1000, 1}, name("TB")});
}

std::string quoted_for_shell(std::vector<std::string> const& words) {
    constexpr std::string_view harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+@%";
    std::string text;
    for (std::string const& word : words) {
        if (!text.empty()) text += ' ';
        if (!word.empty() && word.find_first_not_of(harmless) == std::string::npos) {
            text += word;
            continue;
        }
        text += '\'';
        for (char const c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
        text += '\'';
    }
    return text;
}

}  // namespace micropol::app
