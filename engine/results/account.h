#pragma once
// A run in words: what text and Markdown say alike.

#include <string>
#include <string_view>
#include <vector>

#include "study/run/summary.h"

namespace micropol {

struct Line {
    std::string label;   // "Sales"
    std::string value;   // "46 % → 37 %"
    std::string mark;    // "▼"
    std::string detail;  // "−9 points, −11 to −7"
};

struct Section {
    std::string heading;  // empty: the headlines
    std::string note;     // what the values are
    std::vector<Line> lines;
};

struct Account {
    std::string title;
    std::vector<std::string> opening;
    std::vector<Section> sections;
    std::vector<std::string> closing;
};

inline constexpr std::string_view no_interval = "One block has no interval: ask for more than 16 histories.";
inline constexpr std::string_view no_forecast =
    "These results compare, they do not forecast: they show what works better here, and why, if people act as assumed.";

// "Alpstein Instruments: 240 employees, 104 weeks"
[[nodiscard]] std::string title_in_words(std::string_view title, std::size_t headcount, int weeks);
// "1,024 histories (64 organisations × 16)"
[[nodiscard]] std::string histories_in_words(std::size_t blocks, bool imported);

// Of the outcomes beyond the headlines: those that tell the story, or all.
enum class Detail { usual, everything };
[[nodiscard]] constexpr Detail detail_of(bool everything) { return everything ? Detail::everything : Detail::usual; }
[[nodiscard]] Account account_of(RunSummary const& summary, Detail detail = Detail::usual);

// What is to be said where people were imported.
[[nodiscard]] std::string on_names(Privacy const& privacy, std::size_t groups_hidden);

}  // namespace micropol
