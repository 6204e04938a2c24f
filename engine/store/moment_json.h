#pragma once
// One moment of a chronicle as JSON, every member of it, and back.

#include <string_view>

#include "base/json_reader.h"
#include "study/explain/chronicle.h"

namespace micropol {

// What it is, its members and its weight; its week stands beside it.
[[nodiscard]] Json json_of(Moment const& moment);
// Throws WrongJson.
[[nodiscard]] Moment moment_in(JsonReader const& json, int week);

}  // namespace micropol
