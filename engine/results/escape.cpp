#include "results/escape.h"

#include <array>
#include <charconv>
#include <cmath>

namespace micropol {

std::string markdown_escaped(std::string_view text) {
    std::string result;
    for (char const c : text) {
        if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

}  // namespace micropol
