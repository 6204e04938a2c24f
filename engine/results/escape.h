#pragma once
// Names and numbers inside CSV, Markdown and JSON.

#include <string>
#include <string_view>

#include "statistics/estimate.h"

namespace micropol {

// A spreadsheet would take a name that starts like a formula for one: such a name gets an apostrophe.
[[nodiscard]] std::string csv_field(std::string_view text);
// Shortest text that reads back as the same number; empty if it is not one.
[[nodiscard]] std::string csv_number(double value);
[[nodiscard]] std::string csv_number(float value);

// Names stay names: nothing in them starts a cell, a tag, a link or emphasis.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

// Json: nlohmann's, which stays out of headers.
template <class Json>
[[nodiscard]] Json json_of(Estimate const& estimate) {
    return {{"mean", estimate.mean},         {"low", estimate.low},         {"high", estimate.high},
            {"smallest", estimate.smallest}, {"largest", estimate.largest}, {"between", estimate.between},
            {"within", estimate.within},     {"blocks", estimate.blocks}};
}

}  // namespace micropol
