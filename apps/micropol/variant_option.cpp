#include "micropol/variant_option.h"

#include <vector>

#include "base/trimmed.h"
#include "micropol/arguments.h"

namespace micropol::app {

namespace {

// Parts between commas that stand in no brackets and no quotes: a value may be a list, a map or a sentence.
std::vector<std::string_view> settings_in(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    int depth = 0;
    char quote = 0;
    for (std::size_t k = 0; k < text.size(); ++k) {
        char const c = text[k];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if (c == ']' || c == '}') {
            --depth;
        } else if (c == ',' && depth <= 0) {
            parts.push_back(trimmed(text.substr(begin, k - begin)));
            begin = k + 1;
        }
    }
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

[[noreturn]] void refuse(std::string const& text) {
    throw WrongUsage(Message(
        "--variant takes a name and settings, as in --variant 'no tactics: mechanisms.tactics=off', not '{0}'", {name(text)}));
}

}  // namespace

Variant parse_variant(std::string const& text) {
    auto const colon = text.find(':');
    if (colon == std::string::npos) refuse(text);
    Variant variant{.name = std::string(trimmed(std::string_view(text).substr(0, colon))), .strategy = ""};
    // A path has no colon and a name no "=": whoever forgets the name is told so.
    if (variant.name.empty() || variant.name.find('=') != std::string::npos) refuse(text);
    for (std::string_view const setting : settings_in(std::string_view(text).substr(colon + 1))) {
        auto const equals = setting.find('=');
        if (equals == std::string_view::npos || equals == 0) refuse(text);
        std::string const path(trimmed(setting.substr(0, equals))), value(trimmed(setting.substr(equals + 1)));
        if (path == "strategy")
            variant.strategy = value;
        else
            variant.changes.emplace_back(Override{path, value});
        variant.meaning += (variant.meaning.empty() ? "" : ", ") + path + "=" + value;
    }
    return variant;
}

}  // namespace micropol::app
