#pragma once
// What is believed of a number, as against where it would still have a meaning (its range).

#include "base/parameter.h"

namespace micropol {

inline constexpr std::string_view grade_names[] = {"assumed", "practice", "study", "meta", "trial", "identity"};  // [Grade]

// Inside the number's range, its usual value included: what its record says; left out, from half to double, a share or an
// attitude 0.2 up or down. A single value for what is no matter of belief: definitions (Grade::identity), codes, and what is
// switched off: a usual value of 0 without a range, or outside of it.
[[nodiscard]] Range plausible_range(ParameterSpec const& spec);

// Triangular over that range, with its mode where the usual value is as likely exceeded as not: a mode there would raise the
// mean of everything that may be half or double by a sixth. Where the usual value is too near one end for that, the mode is at
// that end.
[[nodiscard]] Distribution plausible_distribution(ParameterSpec const& spec);

}  // namespace micropol
