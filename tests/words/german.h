#pragma once
// Whether what is said has a German translation, every sentence of it.

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "words/catalogue.h"
#include "words/problem.h"
#include "words/text.h"

namespace micropol {

namespace german_detail {

inline bool has_translation(std::string const& id) {
    static std::set<std::string> const known = [] {
        std::set<std::string> ids;
        for (CatalogueEntry const& entry : entries_of(Language::german)) ids.insert(std::string(entry.id));
        return ids;
    }();
    return known.contains(id);
}

inline void add_untranslated(Phrase const& phrase, std::vector<std::string>& sentences) {
    if (auto const* listing = std::get_if<Listing>(&phrase.what))
        for (Phrase const& item : listing->items) add_untranslated(item, sentences);
    auto const* message = std::get_if<Message>(&phrase.what);
    if (message == nullptr || message->empty()) return;
    if (!has_translation(message->id)) sentences.push_back(message->id);
    for (Phrase const& argument : message->arguments) add_untranslated(argument, sentences);
}

}  // namespace german_detail

// The sentences that stay English.
inline std::vector<std::string> untranslated(std::vector<Phrase> const& phrases) {
    std::vector<std::string> sentences;
    for (Phrase const& phrase : phrases) german_detail::add_untranslated(phrase, sentences);
    return sentences;
}

// The same of problems; also whatever is said to be wrong, or to be done, without being a sentence of the catalogue.
inline std::vector<std::string> untranslated(std::vector<Problem> const& problems) {
    std::vector<std::string> sentences;
    for (Problem const& problem : problems) {
        for (Phrase const* part : {&problem.what, &problem.why, &problem.suggestion})
            german_detail::add_untranslated(*part, sentences);
        if (!std::holds_alternative<Message>(problem.what.what)) sentences.push_back(to_text(problem.what, Language::english));
    }
    return sentences;
}

}  // namespace micropol
