#pragma once
// UTF-8 as RFC 3629 has it: nothing longer than needed, no surrogates, nothing beyond U+10FFFF.

#include <cstddef>
#include <string_view>

namespace micropol {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;  // 0: no character starts here
};
// text: not empty.
[[nodiscard]] CodePoint first_character(std::string_view text);

[[nodiscard]] bool is_utf8(std::string_view text);

// What a terminal obeys instead of showing it: control characters, separators of lines, and what turns the direction of text.
[[nodiscard]] bool is_control(char32_t character);

}  // namespace micropol
