#pragma once
// Parts of the findings of a workshop.

#include "findings/workshop.h"

namespace micropol {

// [assumption] "rivalry", "effect of training"
[[nodiscard]] std::vector<Phrase> labels_of(Questions const& questions);
// With digits that tell its bins apart.
[[nodiscard]] Phrase value_in(AskedAssumption const& asked, double value);
// A person, or "those who choose training".
[[nodiscard]] Phrase side_called(Workshop const& workshop, Disagreement::Side const& side);
[[nodiscard]] Phrase names_of(Workshop const& workshop, std::vector<std::size_t> const& participants);

[[nodiscard]] Section choice_section(Workshop const& workshop);
[[nodiscard]] Section disagreement_section(Workshop const& workshop, Disagreement const& disagreement, Detail detail);
[[nodiscard]] Section opinion_section(Workshop const& workshop);
// Of everybody side by side; drawn on a page.
[[nodiscard]] Section distribution_section(Workshop const& workshop);
// Without elements where nobody has answered twice, or given a dot.
[[nodiscard]] Section moved_section(Workshop const& workshop);
[[nodiscard]] Section dots_section(Workshop const& workshop);

}  // namespace micropol
