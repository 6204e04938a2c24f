#pragma once
// Names and numbers inside CSV, Markdown and JSON.

#include <string>
#include <string_view>

#include "report/csv.h"
#include "statistics/estimate.h"

namespace micropol {

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
