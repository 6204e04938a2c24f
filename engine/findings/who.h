#pragma once
// People, their departments and groups, as phrases.

#include "findings/common.h"
#include "scenario/scenario.h"

namespace micropol {

// "one person", "1,024 people"
[[nodiscard]] Phrase people(std::size_t number);

// A department by its name, or "a small department" where privacy hides which.
[[nodiscard]] Phrase department(std::string_view name);
// The same behind "in", "of" and "from".
[[nodiscard]] Phrase in_department(std::string_view name);

// Somebody, or a department, of that level: "Sales-004, no reports"; "Sales, level 2".
[[nodiscard]] Phrase ranked(std::string_view name, int level);

// Whom an intervention is for: "Sales, level 3, losers"; empty for everyone. No names: they may be secret.
[[nodiscard]] Phrase whom(Target const& target);
// "loss compensation (Sales, losers)"
[[nodiscard]] Phrase for_whom(Phrase what, Target const& target);

// "Substantive adoption with strategy pressure"
[[nodiscard]] Phrase with_strategy(Phrase what, StudyFacts const& facts);
// "Who loses what (strategy pressure)"
[[nodiscard]] Phrase naming_strategy(Phrase heading, StudyFacts const& facts);
[[nodiscard]] Phrase naming_strategy(Phrase heading, std::string_view strategy);

}  // namespace micropol
