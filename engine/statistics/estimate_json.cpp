#include "statistics/estimate_json.h"

namespace micropol {

Json json_of(Estimate const& estimate) {
    return {{"mean", estimate.mean},         {"low", estimate.low},         {"high", estimate.high},
            {"smallest", estimate.smallest}, {"largest", estimate.largest}, {"between", estimate.between},
            {"within", estimate.within},     {"blocks", estimate.blocks}};
}

Estimate estimate_in(JsonReader const& json) {
    auto const number = [&](std::string_view key) { return json.at(key).number(); };
    return {.mean = number("mean"),
            .low = number("low"),
            .high = number("high"),
            .smallest = number("smallest"),
            .largest = number("largest"),
            .between = number("between"),
            .within = number("within"),
            .blocks = json.at("blocks").whole<std::size_t>()};
}

}  // namespace micropol
