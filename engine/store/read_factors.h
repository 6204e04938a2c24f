#pragma once
// Factors of a sweep as its public JSON has them: in words for people, from which the values follow.

#include "base/json_reader.h"
#include "scenario/factor.h"

namespace micropol {

// Throws WrongJson. Its range is open.
[[nodiscard]] Factor public_factor_in(JsonReader const& json);
// The share of the factor's values below this one, as written at a point; a share that leads back to it.
[[nodiscard]] double share_in(JsonReader const& written, Factor const& factor);

}  // namespace micropol
