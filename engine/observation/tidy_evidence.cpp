#include "observation/tidy_evidence.h"

#include <algorithm>
#include <optional>

#include "organisation/cell_values.h"
#include "organisation/column_names.h"

namespace micropol {

namespace {

struct Word {
    std::string_view written, meant;
};

std::optional<std::string> meant_by(std::span<Word const> words, std::string const& text) {
    std::string const plain = compared_heading(text);
    auto const found = std::ranges::find(words, plain, &Word::written);
    return found == words.end() ? std::nullopt : std::optional(std::string(found->meant));
}

Day monday_of(Day day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

// "2025-W02", "2025W02", "W2/2025", "KW 02/2025", "2025-KW2": its Monday (ISO 8601).
std::optional<Day> calendar_week(std::string_view text) {
    constexpr std::size_t longest = 20;
    if (text.size() > longest || text.find_first_of("wW") == std::string_view::npos) return {};
    std::vector<std::pair<unsigned, std::size_t>> numbers;  // and how many digits
    for (std::size_t at = text.find_first_of("0123456789"); at != std::string_view::npos;) {
        std::size_t const end = std::min(text.find_first_not_of("0123456789", at), text.size());
        if (end - at > 4) return {};
        numbers.emplace_back(unsigned(number_in(text.substr(at, end - at)).value_or(0)), end - at);
        at = text.find_first_of("0123456789", end);
    }
    if (numbers.size() != 2 || (numbers[0].second == 4) == (numbers[1].second == 4)) return {};
    auto const [year, week] = numbers[0].second == 4 ? std::pair(numbers[0].first, numbers[1].first)
                                                     : std::pair(numbers[1].first, numbers[0].first);
    if (year < 1900 || year > 2199 || week < 1 || week > 53) return {};
    auto const fourth = [](unsigned of) {
        return Day(std::chrono::year_month_day(std::chrono::year(int(of)), std::chrono::January, std::chrono::day(4)));
    };
    Day const monday = monday_of(fourth(year)) + std::chrono::days(7 * (week - 1));
    return monday < monday_of(fourth(year + 1)) ? std::optional(monday) : std::nullopt;
}

std::size_t column_of(RowTable const& table, std::string_view heading) {
    return std::size_t(std::ranges::find(table.columns, heading) - table.columns.begin());
}

// [row]: the Monday of the week in which it was.
std::vector<std::optional<Day>> mondays_in(RowTable const& table, std::size_t column, bool& guessed) {
    std::vector<std::string> const texts = column_texts(table, column);
    std::vector<std::optional<Day>> days = dates_in(texts, guessed);
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (days[row]) days[row] = monday_of(*days[row]);
        if (auto const week = calendar_week(texts[row])) days[row] = week;
    }
    return days;
}

}  // namespace

std::string evidence_heading(std::string const& heading) {
    constexpr Word words[] = {{"kw", "week"},
                              {"woche", "week"},
                              {"kalenderwoche", "week"},
                              {"calendarweek", "week"},
                              {"weekof", "week"},
                              {"weekno", "week"},
                              {"weeknumber", "week"},
                              {"isoweek", "week"},
                              {"date", "week"},
                              {"datum", "week"},
                              {"weekstart", "week"},
                              {"weekstarting", "week"},
                              {"wochenbeginn", "week"},
                              {"metricdate", "week"},
                              {"abteilung", "department"},
                              {"bereich", "department"},
                              {"dept", "department"},
                              {"aktiv", "active"},
                              {"berechtigt", "active"},
                              {"berechtigte", "active"},
                              {"licensed", "active"},
                              {"users", "active"},
                              {"nutzer", "active"},
                              {"lizenzen", "active"},
                              {"angemeldet", "logged_in"},
                              {"anmeldungen", "logged_in"},
                              {"logins", "logged_in"},
                              {"activeusers", "logged_in"},
                              {"aktivenutzer", "logged_in"},
                              {"eingeloggt", "logged_in"},
                              {"merkmal", "item"},
                              {"frage", "item"},
                              {"thema", "item"},
                              {"question", "item"},
                              {"antworten", "n"},
                              {"teilnehmende", "n"},
                              {"responses", "n"},
                              {"skala", "scale"},
                              {"mittelwert", "mean"},
                              {"durchschnitt", "mean"},
                              {"average", "mean"},
                              {"welle", "wave"},
                              {"ausgetreten", "left"},
                              {"austritte", "left"},
                              {"abgaenge", "left"},
                              {"kuendigungen", "left"},
                              {"leavers", "left"},
                              {"eingetreten", "joined"},
                              {"eintritte", "joined"},
                              {"zugaenge", "joined"},
                              {"joiners", "joined"},
                              {"dafuer", "for"},
                              {"dagegen", "against"},
                              {"abgebrochen", "stopped"},
                              {"gestoppt", "stopped"}};
    return meant_by(words, heading).value_or(heading);
}

std::string evidence_item(std::string const& item) {
    constexpr Word words[] = {{"attitude", "attitude"},
                              {"haltung", "attitude"},
                              {"einstellung", "attitude"},
                              {"trust", "trust"},
                              {"vertrauen", "trust"},
                              {"satisfaction", "satisfaction"},
                              {"zufriedenheit", "satisfaction"},
                              {"arbeitszufriedenheit", "satisfaction"},
                              {"strain", "strain"},
                              {"belastung", "strain"},
                              {"beanspruchung", "strain"},
                              {"perceivedpolitics", "perceived_politics"},
                              {"mikropolitik", "perceived_politics"},
                              {"wahrgenommenemikropolitik", "perceived_politics"}};
    return meant_by(words, item).value_or(item);
}

bool means_everybody(std::string const& department) {
    constexpr std::string_view words[] = {"", "all", "alle", "total", "gesamt", "everybody", "everyone", "overall", "insgesamt"};
    return std::ranges::find(words, compared_heading(department)) != std::end(words);
}

void tidy_evidence(std::span<RowTable> tables, std::vector<Phrase>& remarks, std::vector<Problem>& problems) {
    std::optional<Day> first;
    std::vector<std::vector<std::optional<Day>>> mondays;  // [table][row]
    bool guessed = false;
    for (RowTable& table : tables) {
        std::vector<std::string> const written = table.columns;
        for (std::string& column : table.columns)
            if (std::string const known = evidence_heading(column); std::ranges::find(written, known) == written.end())
                column = known;
        std::size_t const week = column_of(table, "week");
        mondays.emplace_back();
        if (week == table.columns.size()) continue;
        mondays.back() = mondays_in(table, week, guessed);
        for (auto const& monday : mondays.back())
            if (monday && (!first || *monday < *first)) first = monday;
    }
    if (!first) return;
    for (std::size_t k = 0; k < tables.size(); ++k) {
        std::size_t const week = column_of(tables[k], "week");
        for (std::size_t row = 0; row < mondays[k].size(); ++row) {
            std::string& text = tables[k].rows[row].fields[week];
            if (mondays[k][row])
                text = std::to_string((*mondays[k][row] - *first).count() / 7);
            else if (!is_missing(text))
                return add_problem(problems, tables[k].place(tables[k].rows[row], week),
                                   Message("'{0}' is neither a date nor a calendar week, and other weeks are", {name(text)}),
                                   "weeks are counted from the first of all tables",
                                   "write all weeks alike, as in 2025-W02 or 2025-01-06");
        }
    }
    remarks.push_back(
        Message("Weeks of the evidence are counted from the one that begins on {0}: it is week 0.", {name(iso_date(*first))}));
    if (guessed)
        remarks.emplace_back(
            "Some dates of the evidence can be read with the day or the month first; the month was taken. Writing them as "
            "2024-01-31 leaves no doubt.");
}

}  // namespace micropol
