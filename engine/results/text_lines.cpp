#include "results/text_lines.h"

#include <algorithm>

#include "results/wording.h"

namespace micropol {

namespace {

int columns_without_colour(std::string line) {
    for (auto start = line.find('\x1b'); start != std::string::npos; start = line.find('\x1b'))
        line.erase(start, line.find('m', start) + 1 - start);
    return columns_of(line);
}

std::string ended(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

}  // namespace

std::string painted_text(std::string_view text, std::string_view with) {
    if (with.empty()) return std::string(text);
    return std::string(with) + std::string(text) + std::string(paint::usual);
}

std::string wrapped_lines(std::string const& start, std::string_view text, int indent, int width) {
    std::string lines, line = start;
    for (bool first = true; !text.empty(); first = false) {
        std::string_view const word = text.substr(0, text.find(' '));
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
