#include "organisation/tenure_times.h"

#include <algorithm>

#include "organisation/tidy_text.h"
#include "words/number_text.h"

namespace micropol {

namespace {

bool speaks_of(std::string const& heading, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return heading.find(word) != std::string::npos; });
}

// Whether a word of the heading begins so: "calendar date" does not speak of an end.
bool has_word(std::string const& heading, std::initializer_list<std::string_view> beginnings) {
    std::string const words = '_' + heading_words(heading);
    return std::ranges::any_of(beginnings,
                               [&](std::string_view word) { return words.find('_' + std::string(word)) != std::string::npos; });
}

// Of a column in which nothing but dates is written: the newest.
std::optional<Day> newest_in(RowTable const& table, std::size_t column) {
    std::vector<std::string> const texts = column_texts(table, column);
    auto const first = std::ranges::find_if(texts, [](std::string const& text) { return !is_missing(text); });
    if (first == texts.end() || !date_in(*first)) return {};
    bool guessed = false;
    std::vector<std::optional<Day>> const dates = dates_in(texts, guessed);
    std::optional<Day> newest;
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (!dates[row] && !is_missing(texts[row])) return {};
        if (dates[row] && (!newest || *dates[row] > *newest)) newest = dates[row];
    }
    return newest;
}

// "2015" of a year in which people came, where a number of years cannot be meant.
bool is_year(std::string const& text) {
    constexpr Range entries{1930, 2199};
    auto const number = text.size() == 4 ? number_in(text) : std::nullopt;
    return number && *number >= entries.low && *number <= entries.high;
}

// Days by the numbers that spreadsheets give them, where a column holds nothing else: no time that anybody has been there is so long.
bool take_numbered_days(std::vector<std::string> const& texts, std::vector<std::optional<Day>>& days) {
    constexpr Range numbers{10'000, 109'574};
    std::vector<std::optional<Day>> numbered;
    bool any = false;
    for (std::string const& text : texts) {
        auto const number = number_in(text);
        numbered.push_back(number ? day_numbered(*number) : std::nullopt);
        bool const fits = number && *number >= numbers.low && *number <= numbers.high;
        if (!fits && !is_missing(text)) return false;
        any |= fits;
    }
    if (any) days = std::move(numbered);
    return any;
}

}  // namespace

std::optional<Day> newest_day(RowTable const& table) {
    std::optional<Day> newest;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        if (has_word(table.columns[k], {"birth",         "dob",      "geburt",       "end",        "expir",       "termin",
                                        "until",         "austritt", "befrist",      "bis",        "exit",        "leav",
                                        "left",          "last_day", "last_working", "separation", "resignation", "departure",
                                        "ausgeschieden", "letzter",  "probation",    "probezeit",  "review",      "due"}))
            continue;
        if (auto const day = newest_in(table, k); day && (!newest || *day > *newest)) newest = day;
    }
    return newest;
}

TenureTimes tenure_times(RowTable const& table, std::size_t column, DecimalMark mark, std::string const& as_of,
                         std::vector<Phrase>& remarks, std::vector<Problem>& problems) {
    std::vector<std::string> const texts = column_texts(table, column);
    std::string const heading = compared_heading(table.columns[column]);
    TenureTimes times;
    if (speaks_of(heading, {"month", "monat"})) times.unit = 1 / months_in_year;
    if (speaks_of(heading, {"days", "tage"})) times.unit = 1 / days_in_year;
    bool guessed = false;
    std::vector<std::optional<Day>> days = dates_in(texts, guessed);
    for (std::size_t row = 0; row < texts.size(); ++row)
        if (is_year(texts[row])) days[row] = date_in(texts[row] + "-07-01")->month_first;  // its middle
    if (times.unit == 1 && take_numbered_days(texts, days)) {
        auto const first = std::ranges::find_if(days, [](auto const& day) { return day.has_value(); });
        remarks.push_back(
            Message("'{0}' has days by the numbers of spreadsheets: {1} is {2}.",
                    {name(table.columns[column]), name(texts[std::size_t(first - days.begin())]), name(iso_date(**first))}));
    }
    bool const dated = std::ranges::any_of(days, [](auto const& day) { return day.has_value(); });
    std::optional<Day> today;
    if (!as_of.empty()) {
        auto const given = date_in(as_of);
        if (!given)
            return add_problem(problems, {}, Message("'{0}' is no date to count tenure on", {name(as_of)}), "",
                               "write it as 2024-01-31"),
                   times;
        today = given->month_first ? given->month_first : given->day_first;
    } else if (dated) {
        today = newest_day(table);
        for (auto const& day : days)
            if (day && (!today || *day > *today)) today = day;
    }
    for (std::size_t row = 0; row < texts.size(); ++row) {
        times.years.emplace_back();
        if (days[row])
            times.years.back() = std::max(0.0, double((*today - *days[row]).count()) / days_in_year);
        else
            times.years.back() = years_in(texts[row], mark);
    }
    if (!dated) return times;
    remarks.push_back(
        as_of.empty() ? Message("Tenure is counted from '{0}' to {1}, the newest date in the file; {2} sets another day.",
                                {name(table.columns[column]), name(iso_date(*today)), name("--as-of")})
                      : Message("Tenure is counted from '{0}' to {1}.", {name(table.columns[column]), name(iso_date(*today))}));
    if (guessed)
        remarks.push_back(Message(
            "The dates in '{0}' can be read with the day or the month first; the month was taken. Writing them as 2024-01-31 leaves no doubt.",
            {name(table.columns[column])}));
    return times;
}

}  // namespace micropol
