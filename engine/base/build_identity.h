#pragma once
// Which sources this program was built from; cmake/model_hash.cmake computes it when one of them changes.

#include <string_view>

namespace micropol {

// Sixteen hexadecimal digits: a hash of every source that decides numbers. Two programs with the same one simulate the same.
[[nodiscard]] std::string_view model_hash();

}  // namespace micropol
