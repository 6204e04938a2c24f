#pragma once
// The sentences of engine/words/*.po, compiled by msgfmt and held in the program. A file is named after the language; en.po has
// the forms of sentences that depend on a number, de.po has everything in German.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "words/language.h"

namespace micropol {

// The sentence in that language, with its gaps; the English one itself (without a context, see in_context) where the catalogue has
// none. number: picks among the forms, where there are several.
[[nodiscard]] std::string_view sentence_in(Language language, std::string_view id, std::optional<std::uint64_t> number = {});

struct CatalogueEntry {
    std::string_view id;                  // with its context, if any
    std::vector<std::string_view> forms;  // one, or one for each kind of number
};
[[nodiscard]] std::vector<CatalogueEntry> entries_of(Language language);

}  // namespace micropol
