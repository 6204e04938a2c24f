#pragma once

#include "base/json.h"
#include "words/text.h"

namespace micropol {

// JSON knows no language but English.
[[nodiscard]] inline Json json_in_english(std::vector<Phrase> const& sentences) {
    Json texts = Json::array();
    for (Phrase const& sentence : sentences) texts.push_back(to_text(sentence, Language::english));
    return texts;
}

}  // namespace micropol
