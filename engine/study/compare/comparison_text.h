#pragma once
// A comparison as it identifies itself where its blocks are kept: JSON.

#include <string>
#include <string_view>
#include <vector>

#include "study/compare/comparison.h"

namespace micropol {

// What decides how much is simulated. The criterion does where a rule looks at it.
[[nodiscard]] std::string definition_text(StoppingRule const& rule, Criterion const& criterion, StudyFacts const& facts,
                                          std::optional<LaterStart> const& later = {});
[[nodiscard]] std::string criterion_text(Criterion const& criterion, StudyFacts const& facts);

// And back. Throw WrongJson for text that is none of these.
[[nodiscard]] StoppingRule rule_in(std::string const& definition);
[[nodiscard]] std::optional<LaterStart> later_start_in(std::string const& definition);
[[nodiscard]] Criterion criterion_in(std::string const& text, StudyFacts const& facts);

[[nodiscard]] std::vector<std::string_view> rule_names();  // [Stopped::Rule]

}  // namespace micropol
