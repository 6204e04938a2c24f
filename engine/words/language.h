#pragma once
// The languages that are spoken to readers. JSON, CSV and files of results know none.

#include <optional>
#include <string_view>

namespace micropol {

enum class Language { english, german };
inline constexpr Language all_languages[] = {Language::english, Language::german};

[[nodiscard]] std::optional<Language> language_named(std::string_view code);  // "en", "de"
[[nodiscard]] std::string_view code_of(Language language);

// How something is said: in a language, and with money in the currency of its scenario.
struct Wording {
    Language language;
    std::string_view currency = {};  // as it is called; empty: euros
    Wording(Language in) : language(in) {}
    Wording(Language in, std::string_view money) : language(in), currency(money) {}
};

// What LC_ALL, else LC_MESSAGES, else LANG ask for ("de_AT.UTF-8" is German); English for everything else.
[[nodiscard]] Language language_of_environment();

}  // namespace micropol
