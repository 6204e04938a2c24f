#include "organisation/cell_values.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/trimmed.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits, then groups of three behind each mark: "12.345.678".
bool is_grouped(std::string_view digits, char mark) {
    std::size_t at = digits.find(mark);
    if (at == 0 || at > 3) return false;
    for (; at != std::string_view::npos; at = digits.find(mark, at + 1)) {
        std::string_view const group = digits.substr(at + 1, 3);
        bool const ends = at + 4 >= digits.size() || digits[at + 4] == mark;
        if (group.size() < 3 || !std::ranges::all_of(group, is_digit) || !ends) return false;
    }
    return true;
}

// Without blanks and apostrophes before groups of three digits; whether a per cent sign stood behind it.
std::string bare(std::string_view text, bool& per_cent) {
    auto const digit_at = [&](std::size_t at) { return at < text.size() && is_digit(text[at]); };
    std::string kept;
    for (std::size_t k = 0; k < text.size(); ++k) {
        std::size_t const width = text.substr(k).starts_with("’") ? 3 : text[k] == '\'' || text[k] == ' ' ? 1 : 0;
        std::size_t const behind = k + width;
        bool const groups = width > 0 && k > 0 && is_digit(text[k - 1]) && digit_at(behind) && digit_at(behind + 1) &&
                            digit_at(behind + 2) && !digit_at(behind + 3);
        if (groups)
            k = behind - 1;
        else
            kept += text[k];
    }
    per_cent = kept.ends_with('%');
    if (per_cent) kept.pop_back();
    return std::string(trimmed(kept));
}

std::optional<DecimalMark> said_by(std::string_view text) {
    bool per_cent = false;
    std::string const digits = bare(text, per_cent);
    std::string_view const unsigned_digits = std::string_view(digits).substr(digits.starts_with('-') || digits.starts_with('+'));
    auto const is_number = [](char c) { return is_digit(c) || c == '.' || c == ','; };
    if (unsigned_digits.empty() || !std::ranges::all_of(unsigned_digits, is_number)) return {};
    std::size_t const comma = unsigned_digits.rfind(','), point = unsigned_digits.rfind('.');
    constexpr auto none = std::string_view::npos;
    if (comma != none && point != none) return comma > point ? DecimalMark::comma : DecimalMark::point;
    if (comma != none && (!is_grouped(unsigned_digits, ',') || unsigned_digits.starts_with('0'))) return DecimalMark::comma;
    if (point != none && (!is_grouped(unsigned_digits, '.') || unsigned_digits.starts_with('0'))) return DecimalMark::point;
    if (std::ranges::count(unsigned_digits, ',') > 1) return DecimalMark::point;
    if (std::ranges::count(unsigned_digits, '.') > 1) return DecimalMark::comma;
    return {};
}

// Words and numbers of a text, in turn: "1. März 2015" is 1, märz, 2015.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    bool was_digit = false, open = false;
    for (char const c : folded(text)) {
        bool const digit = is_digit(c), letter = (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
        if (!digit && !letter) {
            open = false;
            continue;
        }
        if (!open || digit != was_digit) parts.emplace_back();
        parts.back() += c, was_digit = digit, open = true;
    }
    return parts;
}

unsigned month_named(std::string_view word) {
    // What distinguishes the months in English and German; "mrz" is what German spreadsheets write.
    constexpr std::pair<std::string_view, unsigned> months[] = {
        {"jan", 1}, {"jän", 1}, {"feb", 2}, {"mar", 3}, {"mär", 3},  {"mrz", 3},  {"apr", 4},  {"may", 5},  {"mai", 5},
        {"jun", 6}, {"jul", 7}, {"aug", 8}, {"sep", 9}, {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}};
    for (auto const& [beginning, number] : months)
        if (word.starts_with(beginning)) return number;
    return 0;
}

unsigned whole(std::string_view digits) {
    unsigned value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() ? value : 0;
}

std::optional<Day> day_of(unsigned year, unsigned month, unsigned day) {
    if (year < 100) year += year < 50 ? 2000u : 1900u;
    std::chrono::year_month_day const date{std::chrono::year(int(year)), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok() || year < 1900 || year > 2199) return {};
    return Day(date);
}

std::optional<ReadDate> only(std::optional<Day> day) { return day ? std::optional(ReadDate{day, day}) : std::nullopt; }

}  // namespace

std::optional<double> number_in(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

DecimalMark decimal_mark_of(std::span<std::string const> texts, char separator) {
    std::size_t points = 0, commas = 0;
    for (std::string const& text : texts)
        if (auto const mark = said_by(text)) ++(*mark == DecimalMark::point ? points : commas);
    if (points == commas) return separator == ',' ? DecimalMark::point : DecimalMark::comma;
    return points > commas ? DecimalMark::point : DecimalMark::comma;
}

std::optional<double> number_in(std::string_view text, DecimalMark mark) {
    bool per_cent = false;
    std::string digits = bare(trimmed(text), per_cent);
    char const decimal = mark == DecimalMark::point ? '.' : ',', grouping = mark == DecimalMark::point ? ',' : '.';
    std::string_view const whole_part = std::string_view(digits).substr(0, digits.find(decimal));
    if (std::string_view const unsigned_part = whole_part.substr(whole_part.starts_with('-') || whole_part.starts_with('+'));
        unsigned_part.find(grouping) != std::string_view::npos) {
        // "1.5" in a column of commas is a number with a point, after all.
        if (is_grouped(unsigned_part, grouping))
            std::erase(digits, grouping);
        else if (grouping == ',' || digits.find(decimal) != std::string::npos)
            return {};
    }
    if (decimal == ',') std::ranges::replace(digits, ',', '.');
    auto const value = number_in(digits);
    return value && per_cent ? *value / 100 : value;
}

std::optional<ReadDate> date_in(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() < 6 || text.size() > longest) return {};
    std::vector<std::string> parts = parts_of(text);
    if (parts.size() == 1 && parts[0].size() == 8 && is_digit(parts[0][0])) {
        return only(day_of(whole(parts[0].substr(0, 4)), whole(parts[0].substr(4, 2)), whole(parts[0].substr(6))));
    }
    // Hours may follow: "2015-03-01T00:00:00", "1.3.2015 00:00".
    if (parts.size() < 3 || text.find_first_of(" -/.,") == std::string_view::npos) return {};
    auto const number = [&](std::size_t k) { return is_digit(parts[k][0]) ? whole(parts[k]) : 0; };
    if (unsigned const month = month_named(parts[1]); month > 0) return only(day_of(number(2), month, number(0)));
    if (unsigned const month = month_named(parts[0]); month > 0) return only(day_of(number(2), month, number(1)));
    for (std::size_t k = 0; k < 3; ++k)
        if (number(k) == 0) return {};
    if (parts[0].size() == 4) return only(day_of(number(0), number(1), number(2)));
    if (parts[2].size() != 4 && parts[2].size() != 2) return {};
    auto const day_first = day_of(number(2), number(1), number(0));
    // Points stand between the numbers where the day comes first.
    if (text.find('.') < text.find_first_of("/-")) return only(day_first);
    auto const month_first = day_of(number(2), number(0), number(1));
    if (!month_first && !day_first) return {};
    return ReadDate{month_first, day_first};
}

std::vector<std::optional<Day>> dates_in(std::span<std::string const> texts, bool& guessed) {
    std::vector<std::optional<ReadDate>> read;
    std::size_t only_month_first = 0, only_day_first = 0, both = 0;
    for (std::string const& text : texts) {
        read.push_back(date_in(text));
        if (!read.back() || read.back()->month_first == read.back()->day_first) continue;
        only_month_first += !read.back()->day_first, only_day_first += !read.back()->month_first;
        both += read.back()->month_first && read.back()->day_first;
    }
    guessed = both > 0 && only_month_first == only_day_first;
    std::vector<std::optional<Day>> days;
    for (auto const& date : read) {
        if (!date) {
            days.emplace_back();
            continue;
        }
        auto const& [first, second] = only_day_first > only_month_first ? std::pair(date->day_first, date->month_first)
                                                                        : std::pair(date->month_first, date->day_first);
        days.push_back(first ? first : second);
    }
    return days;
}

std::optional<Day> day_numbered(double serial, bool since_1904) {
    constexpr Range days{1, 109'574};  // to 2199
    if (!(serial >= days.low && serial <= days.high)) return {};
    Day const first = std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
    // Programs believe that 1900 was a leap year.
    return first + std::chrono::days(int(serial) + (since_1904 ? 1462 : serial < 60 ? 1 : 0));
}

std::string iso_date(Day day) {
    std::chrono::year_month_day const date(day);
    char text[16];
    (void)std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    return text;
}

std::optional<double> years_in(std::string_view text, DecimalMark mark) {
    double years = 0;
    bool any = false;
    std::string const low = folded(trimmed(text));
    for (std::string_view rest = low; !(rest = trimmed(rest)).empty();) {
        std::size_t const digits = std::min(rest.find_first_not_of("0123456789.,"), rest.size());
        auto const value = number_in(rest.substr(0, digits), mark);
        rest = trimmed(rest.substr(digits));
        std::size_t const letters = std::min(rest.find_first_of("0123456789., "), rest.size());
        std::string_view const unit = rest.substr(0, letters);
        if (!value || unit.empty()) return {};
        if (unit == "y" || unit == "yr" || unit == "yrs" || unit.starts_with("year") || unit.starts_with("jahr") || unit == "j")
            years += *value;
        else if (unit == "m" || unit == "mo" || unit == "mos" || unit.starts_with("month") || unit.starts_with("monat") ||
                 unit == "mon")
            years += *value / months_in_year;
        else if (unit == "d" || unit.starts_with("day") || unit.starts_with("tag"))
            years += *value / days_in_year;
        else
            return {};
        any = true;
        rest.remove_prefix(letters);
        while (!rest.empty() && (rest[0] == '.' || rest[0] == ',' || rest[0] == ' ')) rest.remove_prefix(1);
        if (rest.starts_with("and ") || rest.starts_with("und ")) rest.remove_prefix(4);
    }
    return any ? std::optional(years) : std::nullopt;
}

std::optional<Range> range_in(std::string_view text, Range possible) {
    std::size_t const dots = text.find("..");
    if (dots == std::string_view::npos) return {};
    auto const low = number_in(trimmed(text.substr(0, dots))), high = number_in(trimmed(text.substr(dots + 2)));
    if (!low || !high || !(*low >= possible.low) || !(*low <= *high) || !(*high <= possible.high)) return {};
    return Range{*low, *high};
}

}  // namespace micropol
