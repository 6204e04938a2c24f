#include "micropol/wording.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace micropol::app {

namespace {

std::string with_digits(double number, int digits) {
    std::array<char, 64> text;
    int const length = std::snprintf(text.data(), text.size(), "%.*f", digits, number);
    return {text.data(), std::size_t(length)};
}

}  // namespace

std::string grouped(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t end = text.size(); end > 3;) text.insert(end -= 3, ",");
    return text;
}

std::string counted(std::uint64_t number, std::string_view thing, std::string_view things) {
    if (number == 1) return "1 " + std::string(thing);
    return grouped(number) + ' ' + (things.empty() ? std::string(thing) + 's' : std::string(things));
}

std::string in_two_digits(double number) {
    std::array<char, 32> text;
    return {text.data(), std::size_t(std::snprintf(text.data(), text.size(), "%.2g", number))};
}

std::string in_words(double seconds) {
    if (seconds < 0.095) return with_digits(seconds, 2) + " s";
    if (seconds < 9.95) return with_digits(seconds, 1) + " s";
    auto const whole = std::uint64_t(std::llround(seconds));
    if (whole < 60) return std::to_string(whole) + " s";
    if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return grouped(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

std::string in_bytes(std::size_t bytes) {
    auto amount = double(bytes);
    for (char const* unit : {"bytes", "kB", "MB", "GB"}) {
        if (amount < 999.5) return with_digits(amount, amount < 9.95 && unit[0] != 'b' ? 1 : 0) + ' ' + unit;
        amount /= 1000;
    }
    return with_digits(amount, 1) + " TB";
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
