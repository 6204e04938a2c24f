#include "organisation/map_scales.h"

#include <algorithm>
#include <cmath>

#include "organisation/cell_values.h"
#include "organisation/column_names.h"
#include "organisation/map_words.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

// Every sign that stands for minus is one, a filled star is an asterisk and an empty one nothing; whatever stands in brackets behind a value explains it.
std::string plain_sign(std::string_view text) {
    std::string plain = folded(text);
    for (std::string_view const minus : {"−", "–", "—", "‐", "‑", "‒", "﹣", "－"})
        for (std::size_t at = plain.find(minus); at != std::string::npos; at = plain.find(minus, at))
            plain.replace(at, minus.size(), "-");
    for (std::size_t at = plain.find("＋"); at != std::string::npos; at = plain.find("＋", at)) plain.replace(at, 3, "+");
    for (auto const& [picture, mark] :
         {std::pair("★", "*"), std::pair("⭐", "*"), std::pair("●", "*"), std::pair("☆", ""), std::pair("○", "")})
        for (std::size_t at = plain.find(picture); at != std::string::npos; at = plain.find(picture, at))
            plain.replace(at, std::string_view(picture).size(), mark);
    if (std::size_t const bracket = plain.find_first_of("(["); bracket != std::string::npos && bracket > 0) plain.resize(bracket);
    std::erase(plain, ' ');
    return plain;
}

bool is_unknown(std::string_view text) {
    std::string const plain = plain_sign(text);
    constexpr std::string_view marks[] = {"",    "?",       "??",      "???",       "n/a",    "na",         "k.a.",
                                          "tbd", "unknown", "unclear", "unbekannt", "unklar", "keineangabe"};
    return std::ranges::find(marks, plain) != std::end(marks);
}

// "4", "+1", "-2", "3.5", "70%", "3/5", "4-high"; of: the end of the scale where the text says it.
struct Written {
    double value;
    std::optional<double> of = {};
};
std::optional<Written> number_at_front(std::string_view text, DecimalMark mark) {
    std::string plain = plain_sign(text);
    double const sign = plain.starts_with('-') ? -1 : 1;
    bool const percent = plain.ends_with('%');
    if (plain.starts_with('-') || plain.starts_with('+')) plain.erase(0, 1);
    std::size_t const digits = plain.find_first_not_of("0123456789.,");
    std::string const front = plain.substr(0, digits);
    if (front.empty() || front.front() < '0' || front.front() > '9') return {};
    auto const value = number_in(front, mark);
    if (!value || !std::isfinite(*value)) return {};
    if (digits == std::string::npos) return Written{sign * *value};
    if (percent) return Written{sign * *value, 100};
    std::string rest = plain.substr(digits);
    for (std::string_view const between : {"/", "von", "of", "outof"})
        if (rest.starts_with(between))
            if (auto const of = number_in(rest.substr(between.size()), mark); of && *of >= *value && *of > 0)
                return Written{sign * *value, *of};
    bool const explained = rest[0] == '-' || rest[0] == '=' || rest[0] == ':' || rest[0] == ')';
    if (!explained || rest.find_first_of("0123456789") != std::string::npos) return {};
    return Written{sign * *value};
}

// "++" is 2 and "--" −2, "(+)" a half, "o" and "+/-" 0.
std::optional<double> signs_in(std::string_view text, bool both) {
    std::string plain = folded(text);
    plain = plain_sign(plain);
    if (plain.empty()) plain = folded(text);
    bool const halved = plain.size() > 2 && plain.front() == '(' && plain.back() == ')';
    if (halved) plain = plain.substr(1, plain.size() - 2);
    if (both &&
        (plain == "o" || plain == "+/-" || plain == "+-" || plain == "-/+" || plain == "±" || plain == "=" || plain == "~"))
        return 0;
    constexpr std::size_t most = 5;
    for (auto const& [mark, sign] : {std::pair('+', 1.0), std::pair('-', -1.0), std::pair('*', 1.0), std::pair('x', 1.0)})
        if (!plain.empty() && plain.size() <= most && plain.find_first_not_of(mark) == std::string::npos &&
            (both ? mark == '+' || mark == '-' : mark != '-'))
            return sign * double(plain.size()) * (halved ? 0.5 : 1);
    return {};
}

// A dash stands for nothing where no other sign is written.
bool has_signs(std::span<std::string const> texts) {
    return std::ranges::any_of(texts, [](std::string const& text) {
        std::string const plain = plain_sign(text);
        return plain.starts_with('+') || plain == "0" || plain == "o" || plain == "±" ||
               (plain.size() > 1 && plain[0] == '-' && plain[1] >= '0' && plain[1] <= '9');
    });
}
bool is_dash(std::string_view text) { return plain_sign(text).find_first_not_of('-') == std::string::npos; }

// "Influence (1-5)", "Haltung [-2 … +2]".
std::optional<Range> scale_in_heading(std::string const& heading) {
    std::size_t const open = heading.find_first_of("([");
    if (open == std::string::npos) return {};
    std::string text = plain_sign(heading.substr(open + 1));
    text.resize(std::min(text.find_first_of(")]"), text.size()));
    std::vector<double> numbers;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const first = text.find_first_of("0123456789", at);
        if (first == std::string::npos) break;
        std::size_t const end = std::min(text.find_first_not_of("0123456789", first), text.size());
        auto const value = number_in(text.substr(first, end - first));
        // A dash is a minus at the beginning and behind another sign, else it stands between the ends of the scale.
        bool const minus = first > 0 && text[first - 1] == '-' && (first == 1 || text[first - 2] < '0' || text[first - 2] > '9');
        if (!value) return {};
        numbers.push_back(minus ? -*value : *value);
        at = end;
    }
    if (numbers.size() < 2 || numbers.front() >= numbers.back()) return {};
    return Range{numbers.front(), numbers.back()};
}

DecimalMark mark_of(std::span<std::string const> texts) { return decimal_mark_of(texts, ';'); }

// What the numbers of a column say of the scale's ends.
Range usual_scale(std::vector<Written> const& numbers) {
    double low = 1, high = 1;
    bool whole = true;
    for (Written const& number : numbers) {
        low = std::min(low, number.value), high = std::max({high, number.value, number.of.value_or(0)});
        whole &= number.value == std::floor(number.value);
    }
    if (low < 1 && high <= 1 && !whole) return {0, 1};
    for (double const end : {3.0, 5.0, 7.0, 10.0, 100.0})
        if (high <= end) return {low < 1 || end == 100 ? 0.0 : 1.0, end};
    return {0, high};
}

// How far a scale with signs goes either way. Beyond five steps a single number is rather a slip than a scale: it lies outside.
double usual_end(double farthest, std::vector<Written> const& numbers) {
    constexpr double ends[] = {1, 2, 3, 4, 5, 10, 100}, most_steps = 5;
    double below = 0;
    for (double const end : ends) {
        auto const beyond = std::ranges::count_if(numbers, [&](Written const& number) { return std::abs(number.value) > below; });
        bool const is_said = std::ranges::any_of(numbers, [&](Written const& number) { return number.of == end; });
        if (farthest <= end)
            return end > most_steps && beyond == 1 && numbers.size() > 2 && !is_said ? std::max(below, most_steps) : end;
        below = end;
    }
    return farthest;
}

Phrase scale_named(Range const& scale) {
    auto const exactly = [](double number) { return Quantity{.mean = number, .form = Quantity::Form::exact}; };
    return Message("numbers from {0} to {1}", {exactly(scale.low), exactly(scale.high)});
}

}  // namespace

ReadScale amounts_in(std::span<std::string const> texts, std::string const& heading) {
    DecimalMark const mark = mark_of(texts);
    std::vector<Written> numbers;
    std::vector<double> words, marks;
    for (std::string const& text : texts) {
        if (is_unknown(text)) continue;
        if (auto const number = number_at_front(text, mark))
            numbers.push_back(*number);
        else if (auto const word = amount_word(text))
            words.push_back(*word);
        else if (auto const many = signs_in(text, false))
            marks.push_back(*many);
    }
    Range const scale = scale_in_heading(heading).value_or(usual_scale(numbers));
    double const steps = scale.high - scale.low + 1;
    bool const fine = std::ranges::any_of(words, [](double word) { return word <= 1 || word >= 5; });
    double const most_marks = marks.empty() ? 1 : std::max(3.0, *std::ranges::max_element(marks));
    ReadScale read;
    if (!numbers.empty())
        read.scale = scale_named(scale);
    else if (!words.empty())
        read.scale = fine ? "words in five steps" : "words in three steps";
    else if (!marks.empty())
        read.scale = "signs to be counted";
    auto const band = [](double from, double to) { return Range{std::clamp(from, 0.0, 1.0), std::clamp(to, 0.0, 1.0)}; };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto& within = read.within.emplace_back();
        if (is_unknown(texts[i]) || (is_blank_mark(texts[i]))) continue;
        if (auto const number = number_at_front(texts[i], mark)) {
            double const value = number->value;
            if (number->of && *number->of != scale.high) {
                within = band((value - 0.5) / *number->of, (value + 0.5) / *number->of);
            } else if (value < scale.low || value > scale.high) {
                read.unreadable.push_back(i);
            } else if (constexpr double longest = 11; scale.high - scale.low >= 2 && steps <= longest) {
                within = band((value - scale.low) / steps, (value - scale.low + 1) / steps);
            } else {  // so fine that nobody means it that exactly
                double const share = (value - scale.low) / (scale.high - scale.low);
                within = band(share - 0.05, share + 0.05);
            }
        } else if (auto const word = amount_word(texts[i])) {
            within = *word == 0 ? band(0, 0.05)
                     : fine     ? band((*word - 1) / 5, *word / 5)
                                : band((*word - 2) / 3, (*word - 1) / 3);
        } else if (auto const many = signs_in(texts[i], false)) {
            within = band((*many - 1) / most_marks, *many / most_marks);
        } else {
            read.unreadable.push_back(i);
        }
    }
    return read;
}

ReadScale attitudes_in(std::span<std::string const> texts, std::string const& heading, std::vector<bool> const& voiced) {
    DecimalMark const mark = mark_of(texts);
    struct Stand {
        double value, step;  // of −1 … 1
    };
    std::vector<Written> numbers;
    std::vector<double> stands;  // in words
    bool const signs_are_written = has_signs(texts);
    bool is_signed = false, signs_are_read = false;
    double farthest = 1;
    for (std::string const& text : texts) {
        if (is_unknown(text) || (is_dash(text) && !signs_are_written)) continue;
        std::string const plain = plain_sign(text);
        if (auto const signs = signs_in(text, true)) {
            signs_are_read = true, farthest = std::max(farthest, std::abs(*signs));
        } else if (auto const number = number_at_front(text, mark)) {
            numbers.push_back(*number);
            is_signed |= plain.starts_with('-') || plain.starts_with('+');
        } else if (auto const stance = stance_word(text)) {
            stands.push_back(*stance);
        }
    }
    auto const named = scale_in_heading(heading);
    is_signed |= signs_are_read || (named && named->low < 0);
    for (Written const& number : numbers) farthest = std::max({farthest, std::abs(number.value), number.of.value_or(0)});
    if (is_signed && !named) farthest = usual_end(farthest, numbers);
    bool const whole = std::ranges::all_of(numbers,
                                           [](Written const& number) { return number.value == std::floor(number.value); });
    // Of −1, 0 and 1 alone nobody can tell whether there is more: the usual map has two steps either way.
    if (is_signed && whole && farthest == 1 && !named) farthest = 2;
    Range const scale = named ? *named : is_signed ? Range{-farthest, farthest} : usual_scale(numbers);
    double const strongest = std::ranges::any_of(stands, [](double stand) { return std::abs(stand) > 2; }) ? 3 : 2;
    ReadScale read;
    if (!numbers.empty() || signs_are_read)
        read.scale = scale_named(scale);
    else if (!stands.empty())
        read.scale = strongest > 2 ? "words in seven steps" : "words in five steps";
    auto const on_scale = [&](double value) -> std::optional<Stand> {
        if (value < scale.low || value > scale.high) return {};
        double const half = (scale.high - scale.low) / 2;
        return Stand{(value - scale.low) / half - 1, std::max(1 / half, whole && half <= 10 ? 0 : 0.1)};
    };
    auto const stand_of = [&](std::string const& text) -> std::optional<Stand> {
        if (auto const signs = signs_in(text, true))
            return on_scale(is_signed && scale.low < 0 ? *signs : *signs + (scale.low + scale.high) / 2);
        if (auto const number = number_at_front(text, mark))
            return number->of && *number->of != scale.high ? Stand{2 * number->value / *number->of - 1, 0.1}
                                                           : on_scale(number->value);
        if (auto const stance = stance_word(text)) return Stand{*stance / strongest, 1 / strongest};
        return {};
    };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto& within = read.within.emplace_back();
        if (is_unknown(texts[i]) || (is_dash(texts[i]) && !signs_are_written)) continue;
        auto const stand = stand_of(texts[i]);
        if (!stand) {
            read.unreadable.push_back(i);
            continue;
        }
        double const below = voiced[i] ? stand->step : stand->step / 2;
        within = Range{std::clamp(stand->value - below, -1.0, 1.0), std::clamp(stand->value + stand->step / 2, -1.0, 1.0)};
    }
    return read;
}

}  // namespace micropol
