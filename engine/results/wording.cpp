#include "results/wording.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace micropol {

namespace {

// Decimals whose last place is that of the first digit of `size` > 0.
int decimals_of(double size) {
    int decimals = 0;
    for (; size >= 10 && decimals > -9; size /= 10) --decimals;
    for (; size < 1 && decimals < 9; size *= 10) ++decimals;
    return decimals;
}

bool is_percentage(Unit unit) { return unit == Unit::share || unit == Unit::flag; }

double power_of_ten(int exponent) {
    double value = 1;
    for (int k = 0; k < exponent; ++k) value *= 10;
    return value;
}

std::string with_thousands(std::string_view digits) {
    std::size_t const point = std::min(digits.find('.'), digits.size());
    std::string text;
    for (std::size_t k = 0; k < digits.size(); ++k) {
        if (k > 0 && k < point && (point - k) % 3 == 0) text += ',';
        text += digits[k];
    }
    return text;
}

struct CodePoint {
    char32_t value;
    std::size_t bytes;  // 0: not UTF-8
};

CodePoint first_of(std::string_view text) {
    auto const byte = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
    unsigned const lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    std::size_t const bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) return {0, 0};
    char32_t value = lead & (0x7fu >> bytes);
    for (std::size_t k = 1; k < bytes; ++k) {
        if ((byte(k) & 0xc0) != 0x80) return {0, 0};
        value = value << 6 | (byte(k) & 0x3f);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[bytes] || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return {0, 0};
    return {value, bytes};
}

struct Interval {
    char32_t first, last;
};
template <std::size_t count>
bool among(char32_t value, Interval const (&intervals)[count]) {
    return std::ranges::any_of(intervals, [&](Interval const& one) { return one.first <= value && value <= one.last; });
}

// Blocks of the Unicode standard, coarse: East Asian width W and F, and marks that stand on the letter before them.
constexpr Interval wide[] = {{0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x4dbf},  {0x4e00, 0xa4cf}, {0xa960, 0xa97f},
                             {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},  {0xff00, 0xff60}, {0xffe0, 0xffe6},
                             {0x1f300, 0x1f64f}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
constexpr Interval without_width[] = {{0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x064b, 0x065f}, {0x093c, 0x093c},
                                      {0x094d, 0x094d}, {0x0e31, 0x0e31}, {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x1ab0, 0x1aff},
                                      {0x200b, 0x200d}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}};
// Control characters, line separators, and those that turn the direction of text.
constexpr Interval control[] = {{0x00, 0x1f}, {0x7f, 0x9f}, {0x2028, 0x202e}, {0x2066, 0x2069}, {0xfeff, 0xfeff}};

int columns_of(char32_t value) { return among(value, without_width) ? 0 : among(value, wide) ? 2 : 1; }

}  // namespace

Precision precision_of(Estimate const& estimate, Unit unit) {
    bool const percentage = is_percentage(unit);
    Precision precision{percentage ? 100.0 : 1.0, 0, percentage ? " %" : "", false};
    double const half = (estimate.high - estimate.low) / 2 * precision.scale, size = std::abs(estimate.mean) * precision.scale;
    if (half > 0)
        precision.decimals = decimals_of(half);
    else if (!percentage && size > 0)
        precision.decimals = decimals_of(size) + 2;
    precision.decimals = percentage ? std::clamp(precision.decimals, 0, 3) : std::clamp(precision.decimals, -9, 6);
    return precision;
}

Precision change_precision_of(Estimate const& estimate, Unit unit) {
    Precision precision = precision_of(estimate, unit);
    precision.signs = true;
    if (is_percentage(unit)) precision.suffix = " points";
    return precision;
}

std::string number(double value, Precision const& precision) {
    if (!std::isfinite(value)) return "unknown";
    double shown = value * precision.scale;
    if (precision.decimals < 0) {
        double const place = power_of_ten(-precision.decimals);
        shown = std::round(shown / place) * place;
    }
    std::array<char, 400> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), std::abs(shown), std::chars_format::fixed,
                                   std::max(0, precision.decimals))
                         .ptr;
    std::string const digits(text.data(), end);
    bool const zero = digits.find_first_not_of("0.") == std::string::npos;
    std::string_view const sign = zero ? "" : shown < 0 ? "−" : precision.signs ? "+" : "";
    return std::string(sign) + with_thousands(digits);
}

std::string figure(double value, Precision const& precision) {
    return number(value, precision) + (std::isfinite(value) ? std::string(precision.suffix) : "");
}

std::string interval(double low, double high, Precision const& precision) {
    if (!std::isfinite(low) || !std::isfinite(high)) return "";
    return number(low, precision) + (low < 0 || precision.signs ? " to " : "–") + number(high, precision);
}

std::string count(std::size_t value) { return with_thousands(std::to_string(value)); }

std::string_view direction(Estimate const& change) {
    if (change.low > 0) return "▲";
    if (change.high < 0) return "▼";
    return std::isfinite(change.low) ? "≈" : "";
}

std::string plain(std::string_view name) {
    std::string text;
    while (!name.empty()) {
        CodePoint const point = first_of(name);
        std::size_t const bytes = std::max<std::size_t>(1, point.bytes);
        text += point.bytes == 0 ? "\ufffd" : among(point.value, control) ? " " : name.substr(0, bytes);
        name.remove_prefix(bytes);
    }
    return text;
}

int columns_of(std::string_view text) {
    int columns = 0;
    for (; !text.empty(); text.remove_prefix(std::max<std::size_t>(1, first_of(text).bytes)))
        columns += columns_of(first_of(text).value);
    return columns;
}

std::string fitted(std::string_view text, int columns) {
    bool const cut = columns_of(text) > columns;
    std::string result;
    int used = 0;
    while (!text.empty()) {
        CodePoint const point = first_of(text);
        std::size_t const bytes = std::max<std::size_t>(1, point.bytes);
        if (used + columns_of(point.value) > columns - (cut ? 1 : 0)) break;
        used += columns_of(point.value);
        result += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    if (cut) result += "…", ++used;
    return result + std::string(std::size_t(std::max(0, columns - used)), ' ');
}

}  // namespace micropol
