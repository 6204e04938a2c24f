#pragma once
// Every word of a report in both its languages, in one table, and numbers as people of that language write them.

#include <string>
#include <string_view>
#include <vector>

#include "base/unit.h"
#include "results/language.h"
#include "statistics/estimate.h"

namespace micropol {

struct PageWords {
    std::string_view key, english, german;
};
[[nodiscard]] std::vector<PageWords> const& all_words();

// Throws std::out_of_range for a key that the table does not have.
[[nodiscard]] std::string word(Language language, std::string_view key);
// With {0}, {1}, … filled in.
[[nodiscard]] std::string phrase(Language language, std::string_view key, std::vector<std::string> const& gaps);
// Label of an outcome; in English where the table of outcomes has no German.
[[nodiscard]] std::string outcome_label(Language language, std::string_view key);
// What the engine says in English, such as a reason for failure: in German where it is known, else as it is. about: "group", "design"
// or "unit" for short words that could be names elsewhere.
[[nodiscard]] std::string said(Language language, std::string_view english, std::string_view about = "");

[[nodiscard]] std::string level_said(Language language, Estimate const& estimate, Unit unit);   // "41 % (37–45)"
[[nodiscard]] std::string change_said(Language language, Estimate const& estimate, Unit unit);  // "▲ +3 points (1 to 5)"
[[nodiscard]] std::string value_said(Language language, double value, Unit unit);
[[nodiscard]] std::string count_said(Language language, std::size_t value);

}  // namespace micropol
