#pragma once
// A run in words: what text and Markdown say alike.

#include <string>
#include <string_view>
#include <vector>

#include "findings/common.h"
#include "study/run/summary.h"

namespace micropol {

inline constexpr std::string_view one_block_has_no_interval = "One block has no interval: ask for more than 16 histories.";
inline constexpr std::string_view no_forecast_text =
    "These results compare, they do not forecast: they show what works better here, and why, if people act as assumed.";

// "Alpstein Instruments: 240 employees, 104 weeks"
[[nodiscard]] std::string title_in_words(std::string_view title, std::size_t headcount, int weeks);
// "1,024 histories (64 organisations × 16)"
[[nodiscard]] std::string histories_in_words(std::size_t blocks, bool imported);

[[nodiscard]] constexpr Detail detail_of(bool everything) { return everything ? Detail::full : Detail::brief; }

// What is to be said where people were imported.
[[nodiscard]] std::string on_names_text(Privacy const& privacy, std::size_t groups_hidden);

}  // namespace micropol
