#include "words/plain_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace micropol {

namespace {

struct Interval {
    char32_t first, last;
};
template <std::size_t count>
bool among(char32_t value, Interval const (&intervals)[count]) {
    return std::ranges::any_of(intervals, [&](Interval const& one) { return one.first <= value && value <= one.last; });
}

// Blocks of the Unicode standard, coarse: East Asian width W and F, and marks that stand on the letter before them.
constexpr Interval wide[] = {{0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x4dbf},  {0x4e00, 0xa4cf}, {0xa960, 0xa97f},
                             {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},  {0xff00, 0xff60}, {0xffe0, 0xffe6},
                             {0x1f300, 0x1f64f}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
constexpr Interval without_width[] = {{0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x064b, 0x065f}, {0x093c, 0x093c},
                                      {0x094d, 0x094d}, {0x0e31, 0x0e31}, {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x1ab0, 0x1aff},
                                      {0x200b, 0x200d}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}};

int width_of(char32_t value) { return among(value, without_width) ? 0 : among(value, wide) ? 2 : 1; }

int columns_without_colour(std::string line) {
    for (auto start = line.find('\x1b'); start != std::string::npos; start = line.find('\x1b'))
        line.erase(start, line.find('m', start) + 1 - start);
    return columns_of(std::string_view(line));
}

std::string ended(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

}  // namespace

std::string plain(std::string_view name) {
    std::string text;
    while (!name.empty()) {
        CodePoint const point = first_character(name);
        std::size_t const bytes = std::max<std::size_t>(1, point.bytes);
        text += point.bytes == 0 ? "\ufffd" : is_control(point.value) ? " " : name.substr(0, bytes);
        name.remove_prefix(bytes);
    }
    return text;
}

int columns_of(std::string_view text) {
    int columns = 0;
    for (; !text.empty(); text.remove_prefix(std::max<std::size_t>(1, first_character(text).bytes)))
        columns += width_of(first_character(text).value);
    return columns;
}

std::string fitted(std::string_view text, int columns) {
    bool const cut = columns_of(text) > columns;
    std::string result;
    int used = 0;
    while (!text.empty()) {
        CodePoint const point = first_character(text);
        std::size_t const bytes = std::max<std::size_t>(1, point.bytes);
        if (used + width_of(point.value) > columns - (cut ? 1 : 0)) break;
        used += width_of(point.value);
        result += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    if (cut) result += "…", ++used;
    return result + std::string(std::size_t(std::max(0, columns - used)), ' ');
}

std::string wrapped_lines(std::string const& start, std::string_view text, int indent, int width) {
    std::string lines, line = start;
    for (bool first = true; !text.empty(); first = false) {
        std::size_t end = text.find(' ');
        while (end < text.size() && text.substr(end).starts_with(" %")) end = text.find(' ', end + 1);  // "31 %" is one word
        std::string_view const word = text.substr(0, end);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (columns_without_colour(line) + (first ? 0 : 1) + columns_without_colour(std::string(word)) > width &&
            line.find_first_not_of(' ') != std::string::npos) {
            lines += ended(line);
            line = std::string(std::size_t(indent), ' ');
        } else if (!first) {
            line += ' ';
        }
        line += word;
    }
    return lines + ended(line);
}

}  // namespace micropol
