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

}  // namespace micropol
