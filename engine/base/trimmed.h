#pragma once
#include <string_view>

namespace micropol {

// Text without the spaces and tabs around it.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    std::size_t const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace micropol
