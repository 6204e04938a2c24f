#include "report/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "words/plain_text.h"

namespace micropol {

namespace {

template <class Value>
std::string shortest(Value value) {
    if (!std::isfinite(value)) return "";
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

// Lines stay lines: a field may hold a whole scenario.
std::string plain_lines(std::string_view text) {
    std::string lines;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t const end = std::min(text.find('\n', at), text.size());
        lines += plain(text.substr(at, end - at));
        if (end < text.size()) lines += '\n';
        at = end + 1;
    }
    return lines;
}

// Whether a spreadsheet would take what begins here for a formula: signs of both widths, blanks before them or not.
bool begins_like_a_formula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    constexpr std::string_view signs[] = {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    return std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
}

// Some spreadsheets begin a cell after every semicolon, whatever quotes stand around it.
std::string without_formulas(std::string_view text) {
    std::string safe;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t const end = std::min(text.find(';', at), text.size());
        std::string_view const cell = text.substr(at, end - at);
        if (begins_like_a_formula(cell)) safe += '\'';
        safe += cell;
        if (end < text.size()) safe += ';';
        at = end + 1;
    }
    return safe;
}

}  // namespace

std::string csv_field(std::string_view text) {
    std::string const safe = without_formulas(plain_lines(text));
    if (safe.find_first_of(",;\"\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (char const c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string csv_number(double value) { return shortest(value); }
std::string csv_number(float value) { return shortest(value); }

}  // namespace micropol
