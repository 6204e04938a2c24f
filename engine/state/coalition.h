#pragma once
// When people who side with one another count as a coalition.

namespace micropol {

// A pair is a friendship, from three on people speak of a coalition. (employees; assumed)
inline constexpr float fewest_members = 3.0f;

}  // namespace micropol
