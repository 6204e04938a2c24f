#include "words/language.h"

#include <cstdlib>

namespace micropol {

std::optional<Language> language_named(std::string_view code) {
    for (Language const language : all_languages)
        if (code_of(language) == code) return language;
    return std::nullopt;
}

std::string_view code_of(Language language) { return language == Language::german ? "de" : "en"; }

Language language_of_environment() {
    for (char const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        char const* const value = std::getenv(name);
        if (!value || !*value) continue;
        std::string_view const locale = value;
        return language_named(locale.substr(0, locale.find_first_of("_.@"))).value_or(Language::english);
    }
    return Language::english;
}

}  // namespace micropol
