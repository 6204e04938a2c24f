#include "organisation/tidy_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/utf8.h"
#include "organisation/table.h"

namespace micropol {

namespace {

std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* made = nullptr;
    auto const* const bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
    utf8proc_ssize_t const length = utf8proc_map(bytes, utf8proc_ssize_t(text.size()), &made, utf8proc_option_t(options));
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owned(made, std::free);
    return length < 0 ? std::string(text) : std::string(reinterpret_cast<char const*>(made), std::size_t(length));
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Blanks of every width become spaces; what has no width at all, and only turns text round, goes.
std::string with_plain_blanks(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        auto const [code, bytes] = first_character(text);
        if (bytes == 0) return plain.append(text);
        auto const category = utf8proc_category(utf8proc_int32_t(code));
        if (category == UTF8PROC_CATEGORY_ZS)
            plain += ' ';
        else if (category != UTF8PROC_CATEGORY_CF && code != 0xad)
            plain.append(text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
    return plain;
}

bool is_letter_or_digit(char32_t code) {
    switch (utf8proc_category(utf8proc_int32_t(code))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_ND: return true;
        default: return false;
    }
}

bool is_capital(char32_t code) { return utf8proc_category(utf8proc_int32_t(code)) == UTF8PROC_CATEGORY_LU; }
bool is_small(char32_t code) { return utf8proc_category(utf8proc_int32_t(code)) == UTF8PROC_CATEGORY_LL; }

}  // namespace

std::string tidy(std::string text) {
    if (!is_ascii(text)) text = mapped(with_plain_blanks(text), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    std::size_t const first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return first == 0 && last + 1 == text.size() ? text : text.substr(first, last - first + 1);
}

std::string folded(std::string_view text) {
    if (!is_ascii(text)) return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    std::string low(text);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return low;
}

// "HRManagerID" ends a word before a capital that a small letter follows, and after a small letter before a capital.
std::string heading_words(std::string_view heading) {
    std::u32string codes;
    for (std::string_view rest = heading; !rest.empty();) {
        auto const [code, bytes] = first_character(rest);
        if (bytes == 0) break;
        codes += code == U'#' ? U"\x1nr\x1" : std::u32string(1, code);
        rest.remove_prefix(bytes);
    }
    for (std::u32string_view const possessive : {U"'s", U"’s"})  // "Worker's manager"
        for (std::size_t at = codes.find(possessive); at != std::u32string::npos; at = codes.find(possessive, at))
            codes.erase(at, 2);
    std::string words;
    auto const end_word = [&] {
        if (!words.empty() && words.back() != '_') words += '_';
    };
    for (std::size_t k = 0; k < codes.size(); ++k) {
        if (!is_letter_or_digit(codes[k])) {
            end_word();
            continue;
        }
        bool const after_small = k > 0 && is_small(codes[k - 1]), before_small = k + 1 < codes.size() && is_small(codes[k + 1]);
        bool const last_of_capitals = k > 0 && is_capital(codes[k - 1]) && before_small;
        if (is_capital(codes[k]) && (after_small || last_of_capitals)) end_word();
        utf8proc_uint8_t bytes[4];
        auto const length = utf8proc_encode_char(utf8proc_int32_t(codes[k]), bytes);
        words.append(reinterpret_cast<char const*>(bytes), std::size_t(length));
    }
    while (!words.empty() && words.back() == '_') words.pop_back();
    return folded(words);
}

}  // namespace micropol
