#pragma once
// A sweep as it identifies itself where its blocks are kept: JSON.

#include <string>

#include "base/json_reader.h"
#include "study/sweep/sweep_design.h"

namespace micropol {

// What decides the points and their blocks; and what to conclude on.
[[nodiscard]] std::string definition_text(SweepDefinition const& definition);
[[nodiscard]] std::string view_text(SweepDefinition const& definition, StudyFacts const& facts);

// And back. Throws WrongJson for texts that are none of these.
[[nodiscard]] SweepDefinition definition_in(std::string const& definition, std::string const& view, StudyFacts const& facts);

[[nodiscard]] Json json_of(Factor const& factor);
[[nodiscard]] Factor factor_in(JsonReader const& json);

}  // namespace micropol
