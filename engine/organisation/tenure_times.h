#pragma once
// How long people have been there, where a file says since when, or in words.

#include "organisation/column_names.h"

namespace micropol {

struct TenureTimes {
    std::vector<std::optional<double>> years;  // [row]: of dates, years of entry and lengths of time; plain numbers have none
    double unit = 1;                           // years in one of a plain number: of months where the heading says so
};
// as_of: "2024-01-31"; empty: the newest date in the file that is not of a birth or an end. Remarks say what was taken.
[[nodiscard]] TenureTimes tenure_times(RowTable const& table, std::size_t column, DecimalMark mark, std::string const& as_of,
                                       std::vector<Phrase>& remarks, std::vector<Problem>& problems);

// The newest date in columns that hold nothing but dates; of birth says nothing of today, and contracts end in the future.
[[nodiscard]] std::optional<Day> newest_day(RowTable const& table);

}  // namespace micropol
