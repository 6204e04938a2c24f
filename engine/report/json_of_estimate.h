#pragma once

#include "base/json.h"
#include "statistics/estimate.h"

namespace micropol {

[[nodiscard]] inline Json json_of(Estimate const& estimate) {
    return {{"mean", estimate.mean},         {"low", estimate.low},         {"high", estimate.high},
            {"smallest", estimate.smallest}, {"largest", estimate.largest}, {"between", estimate.between},
            {"within", estimate.within},     {"blocks", estimate.blocks}};
}

}  // namespace micropol
