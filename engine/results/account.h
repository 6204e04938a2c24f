#pragma once
// A run in words: what text and Markdown say alike.

#include <string>
#include <vector>

#include "study/summary.h"

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

// Of the outcomes beyond the headlines: those that tell the story, or all.
enum class Detail { usual, everything };
[[nodiscard]] Account account_of(RunSummary const& summary, Detail detail = Detail::usual);

}  // namespace micropol
