#pragma once
// The string literals of source files, adjacent ones joined as the compiler joins them.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/paths.h"

namespace micropol {

struct Literal {
    std::string file, text;
    std::vector<std::string> calls;  // names before the brackets that are open around it, the outermost first
};

namespace literals_detail {

// From behind the opening quote; moves `k` behind the closing one.
inline std::string rest_of_literal(std::string const& source, std::size_t& k) {
    std::string text;
    for (; k < source.size() && source[k] != '"'; ++k) {
        if (source[k] != '\\') {
            text += source[k];
            continue;
        }
        ++k;
        if (source[k] == 'n')
            text += '\n';
        else if (source[k] == 'u' || source[k] == 'x')
            text += '?';  // not in sentences
        else
            text += source[k];
    }
    ++k;
    return text;
}

inline std::string name_before(std::string const& source, std::size_t k) {
    std::size_t first = k;
    while (first > 0 && (std::isalnum(static_cast<unsigned char>(source[first - 1])) != 0 || source[first - 1] == '_')) --first;
    return source.substr(first, k - first);
}

// Keeps account of the brackets that are open.
inline void step(std::string const& source, std::size_t k, std::vector<std::string>& calls) {
    if (source[k] == '(' || source[k] == '{') calls.push_back(name_before(source, k));
    if ((source[k] == ')' || source[k] == '}') && !calls.empty()) calls.pop_back();
}

}  // namespace literals_detail

inline std::vector<Literal> literals_of(std::filesystem::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    std::string const source = content.str();
    std::vector<Literal> found;
    std::vector<std::string> calls;
    bool joins = false;  // only blanks since the last literal
    for (std::size_t k = 0; k < source.size();) {
        if (source.compare(k, 2, "//") == 0 || source.compare(k, 8, "#include") == 0) {
            k = std::min(source.find('\n', k), source.size());
        } else if (source[k] == '\'' && k + 2 < source.size() && (source[k + 2] == '\'' || source[k + 1] == '\\')) {
            k = source.find('\'', k + 2) + 1, joins = false;
        } else if (source[k] == '"' && k > 0 && source[k - 1] == 'R') {
            k = std::min(source.find(")\"", k), source.size() - 2) + 2, joins = false;
        } else if (source[k] == '"') {
            std::string const text = literals_detail::rest_of_literal(source, ++k);
            if (joins)
                found.back().text += text;
            else
                found.push_back({file.string(), text, calls});
            joins = true;
        } else {
            joins = joins && (source[k] == ' ' || source[k] == '\n');
            literals_detail::step(source, k, calls);
            ++k;
        }
    }
    return found;
}

// Whether it stands within the brackets of one of these.
inline bool is_within(Literal const& literal, std::initializer_list<std::string_view> calls) {
    return std::ranges::any_of(
        calls, [&](std::string_view call) { return std::ranges::find(literal.calls, call) != literal.calls.end(); });
}

// Of every .h and .cpp below a folder of the checkout.
inline std::vector<Literal> literals_below(std::string const& folder) {
    std::vector<Literal> found;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(paths::source_folder() / folder)) {
        auto const ending = entry.path().extension();
        if (ending != ".h" && ending != ".cpp") continue;
        auto literals = literals_of(entry.path());
        found.insert(found.end(), literals.begin(), literals.end());
    }
    return found;
}

}  // namespace micropol
