#pragma once
// What a workshop says: whether all would choose the same, where they differ, and which answers make the difference.

#include "findings/common.h"
#include "study/workshop/workshop.h"

namespace micropol {

[[nodiscard]] Document findings_of(Workshop const& workshop, Detail detail = Detail::brief);

[[nodiscard]] std::vector<Phrase> verdict_on(Workshop const& workshop);

// How chips lie over the bins, from the lowest to the highest: "▁▁▃▇█▅▁▁▁▁".
[[nodiscard]] std::string drawn_in_a_line(Belief const& belief);

}  // namespace micropol
