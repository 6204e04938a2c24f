#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace micropol {

CodePoint first_character(std::string_view text) {
    auto const byte = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
    unsigned const lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    std::size_t const bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) return {};
    char32_t value = lead & (0x7fu >> bytes);
    for (std::size_t k = 1; k < bytes; ++k) {
        if ((byte(k) & 0xc0) != 0x80) return {};
        value = value << 6 | (byte(k) & 0x3f);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[bytes] || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return {};
    return {value, bytes};
}

bool is_control(char32_t character) {
    constexpr std::pair<char32_t, char32_t> ranges[] = {{0x00, 0x1f},     {0x7f, 0x9f},     {0x061c, 0x061c}, {0x200e, 0x200f},
                                                        {0x2028, 0x202e}, {0x2066, 0x2069}, {0xfeff, 0xfeff}};
    return std::ranges::any_of(ranges, [&](auto const& range) { return range.first <= character && character <= range.second; });
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        std::size_t const bytes = first_character(text).bytes;
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

}  // namespace micropol
