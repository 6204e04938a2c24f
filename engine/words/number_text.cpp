#include "words/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "words/text.h"

namespace micropol {

namespace {

bool is_percentage(Unit unit) { return unit == Unit::share || unit == Unit::flag; }
double scale_of(Unit unit) { return is_percentage(unit) ? 100 : 1; }

// Decimals whose last place is that of the first digit of `size` > 0.
int first_digit_of(double size) {
    int decimals = 0;
    for (; size >= 10 && decimals > -9; size /= 10) --decimals;
    for (; size < 1 && decimals < 9; size *= 10) ++decimals;
    return decimals;
}

double power_of_ten(int exponent) {
    double value = 1;
    for (int k = 0; k < exponent; ++k) value *= 10;
    return value;
}

// digits: "1024.5".
std::string with_separators(std::string_view digits, Language language) {
    bool const german = language == Language::german;
    std::size_t const point = std::min(digits.find('.'), digits.size());
    std::string text;
    for (std::size_t k = 0; k < digits.size(); ++k) {
        if (k > 0 && k < point && (point - k) % 3 == 0) text += german ? '.' : ',';
        text += k == point && german ? ',' : digits[k];
    }
    return text;
}

// "3 points", "+1 point": the second argument fills no gap, it says which form the sentence takes.
std::string points_text(std::string const& number, Wording wording) {
    bool const one = number == "1" || number.ends_with("+1") || number.ends_with("−1");
    return to_text(Message("{0} points", {Verbatim{number}, Count{one ? 1u : 2u}}), wording);
}

// How the parts of one quantity are written alike.
struct Writing {
    Quantity const& quantity;
    Wording wording;
    int decimals;

    [[nodiscard]] std::string bare(double value, bool signs) const {
        return number_text(value * scale_of(quantity.unit), decimals, signs, wording.language);
    }
    [[nodiscard]] std::string with_unit(double value, bool is_change, bool signs = true) const {
        std::string text = bare(value, is_change && signs);
        if (!std::isfinite(value)) return text;
        if (is_percentage(quantity.unit)) return is_change ? points_text(text, wording) : text + " %";
        if (quantity.unit == Unit::money && quantity.names_money)
            return to_text(Message("{0} thousand euros", {Verbatim{std::move(text)}}), wording);
        return text;
    }
    [[nodiscard]] std::string interval(bool is_change) const {
        if (!std::isfinite(quantity.low) || !std::isfinite(quantity.high)) return "";
        std::string const low = bare(quantity.low, is_change), high = bare(quantity.high, is_change);
        if (quantity.low >= 0 && !is_change) return low + "–" + high;
        return to_text(Message("{0} to {1}", {Verbatim{low}, Verbatim{high}}), wording);
    }
};

std::string exact_text(double value, Language language) {
    std::array<char, 32> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    std::string digits(text.data(), end);
    if (language == Language::german) std::ranges::replace(digits, '.', ',');
    return digits;
}

std::string with_interval(std::string const& value, std::string const& interval) {
    return interval.empty() ? value : value + " (" + interval + ")";
}

}  // namespace

std::string number_text(double value, int decimals, bool signs, Language language) {
    if (!std::isfinite(value)) return to_text(Message("unknown"), language);
    double shown = value;
    if (decimals < 0) {
        double const place = power_of_ten(-decimals);
        shown = std::round(shown / place) * place;
    }
    std::array<char, 400> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), std::abs(shown), std::chars_format::fixed,
                                   std::max(0, decimals))
                         .ptr;
    std::string_view const digits(text.data(), std::size_t(end - text.data()));
    bool const zero = digits.find_first_not_of("0.") == std::string_view::npos;
    return std::string(zero ? "" : shown < 0 ? "−" : signs ? "+" : "") + with_separators(digits, language);
}

std::vector<int> apportioned(std::vector<double> const& shares) {
    double sum = 0;
    for (double const share : shares) sum += share;
    bool const all = std::abs(sum - 1) < 1e-3;
    std::vector<int> whole;
    std::vector<std::size_t> by_remainder;
    int given = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        double const percentage = std::isfinite(shares[k]) ? shares[k] * 100 : 0;
        whole.push_back(int(all ? std::floor(percentage) : std::round(percentage)));
        given += whole.back();
        by_remainder.push_back(k);
    }
    if (!all) return whole;
    std::ranges::stable_sort(by_remainder, std::ranges::greater{},
                             [&](std::size_t k) { return shares[k] * 100 - std::floor(shares[k] * 100); });
    for (std::size_t k = 0; k < by_remainder.size() && given < 100; ++k, ++given) ++whole[by_remainder[k]];
    return whole;
}

std::string count_text(std::uint64_t value, Language language) { return with_separators(std::to_string(value), language); }

int decimals_of(Quantity const& quantity) {
    bool const percentage = is_percentage(quantity.unit);
    double const scale = scale_of(quantity.unit), half = (quantity.high - quantity.low) / 2 * scale,
                 size = std::abs(quantity.mean) * scale;
    int decimals = 0;
    if (half > 0)
        decimals = first_digit_of(half);
    else if (!percentage && size > 0)
        decimals = first_digit_of(size) + 2;
    return percentage ? std::clamp(decimals, 0, 3) : std::clamp(decimals, -9, 6);
}

std::string_view mark_of(Quantity const& change) {
    if (change.low > 0) return "▲";
    if (change.high < 0) return "▼";
    return std::isfinite(change.low) ? "≈" : "";
}

std::string quantity_text(Quantity const& quantity, Wording wording) {
    using Form = Quantity::Form;
    Writing const writing{quantity, wording, quantity.decimals.value_or(decimals_of(quantity))};
    switch (quantity.form) {
        case Form::value: break;
        case Form::exact: return exact_text(quantity.mean, wording.language);
        case Form::interval: return writing.interval(false);
        case Form::bounds: return writing.interval(true);
        case Form::change: return writing.with_unit(quantity.mean, true);
        case Form::size: return with_interval(writing.with_unit(quantity.mean, true, false), writing.interval(false));
        case Form::level: {
            Quantity bare = quantity;
            bare.names_money = false;
            std::string const text = with_interval(Writing{bare, wording, writing.decimals}.with_unit(quantity.mean, false),
                                                   quantity.low == quantity.high ? "" : writing.interval(false));
            bool const names_unit = quantity.unit == Unit::money && quantity.names_money && std::isfinite(quantity.mean);
            return names_unit ? to_text(Message("{0} thousand euros", {Verbatim{text}}), wording) : text;
        }
        case Form::uncertain: {
            if (quantity.low == 0 && quantity.high == 0) return "≈ " + to_text(Message("no difference"), wording);
            std::string const mark(mark_of(quantity));
            return (mark.empty() ? "" : mark + " ") +
                   with_interval(writing.with_unit(quantity.mean, true), writing.interval(true));
        }
    }
    return writing.with_unit(quantity.mean, false);
}

}  // namespace micropol
