#pragma once
// An estimate in JSON, as every document has it.

#include "base/json_reader.h"
#include "statistics/estimate.h"

namespace micropol {

[[nodiscard]] Json json_of(Estimate const& estimate);
[[nodiscard]] Estimate estimate_in(JsonReader const& json);

}  // namespace micropol
