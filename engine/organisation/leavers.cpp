#include "organisation/leavers.h"

#include <algorithm>

#include "organisation/tenure_times.h"

namespace micropol {

namespace {

bool contains_one_of(std::string const& heading, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return heading.find(word) != std::string::npos; });
}

bool is_of_leaving(std::string const& heading) {
    return contains_one_of(
        heading, {"terminat", "exitdate", "dateofexit", "leaving", "leavedate", "dateleft", "lastday", "lastworkingday",
                  "separationdate", "resignationdate", "departuredate", "austritt", "ausgeschieden", "letzterarbeitstag"});
}

bool is_gone(std::string const& status) {
    constexpr std::string_view words[] = {"terminated",     "inactive",   "former",        "left",        "resigned",
                                          "retired",        "dismissed",  "withdrawn",     "leaver",      "exemployee",
                                          "formeremployee", "separated",  "inaktiv",       "ausgetreten", "ehemalig",
                                          "ehemalige",      "ehemaliger", "ausgeschieden", "pensioniert", "verrentet"};
    return std::ranges::find(words, compared_heading(status)) != std::end(words);
}

}  // namespace

void leave_out_leavers(RowTable& table, ChosenColumns const& chosen, std::string const& as_of, MisfitRows& misfits,
                       std::vector<Phrase>& remarks) {
    std::vector<bool> gone(table.rows.size());
    auto const take = [&](std::size_t row, std::size_t column) {
        if (!gone[row]) misfits.add(Misfit::leavers, table.place(table.rows[row], column), table.rows[row].fields[column]);
        gone[row] = true;
    };
    std::optional<Day> today;
    if (auto const given = date_in(as_of)) today = given->month_first ? given->month_first : given->day_first;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        if (std::ranges::any_of(chosen.index, [&](auto const& entry) { return entry.second == k; })) continue;
        std::string const heading = compared_heading(table.columns[k]);
        bool const of_leaving = is_of_leaving(heading);
        if (!of_leaving && heading.find("status") == std::string::npos) continue;
        bool guessed = false;
        std::vector<std::string> const texts = column_texts(table, k);
        std::vector<std::optional<Day>> const days = dates_in(texts, guessed);
        if (of_leaving && !today) today = newest_day(table);
        std::size_t later = 0, first_later = 0;
        for (std::size_t row = 0; row < texts.size(); ++row) {
            if (!of_leaving && is_gone(texts[row])) take(row, k);
            if (!of_leaving || !days[row]) continue;
            constexpr auto without_end = std::chrono::sys_days(std::chrono::year(2100) / 1 / 1);  // "31.12.9999" and its like
            if (!today || *days[row] <= *today)
                take(row, k);
            else if (*days[row] < without_end && later++ == 0)
                first_later = row;
        }
        if (later > 0)
            remarks.push_back(Message(
                "{0} people leave after {1} ('{2}': {3}) and are there; {4} sets another day.",
                {Count{later}, name(iso_date(*today)), name(table.columns[k]), name(texts[first_later]), name("--as-of")}));
    }
    table.leave_out(gone);
}

}  // namespace micropol
