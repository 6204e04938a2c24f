#pragma once
// The bytes of the compiled catalogues; made by cmake/micropol_words.cmake.

#include <string_view>

#include "words/language.h"

namespace micropol {

[[nodiscard]] std::string_view catalogue_data(Language language);

}  // namespace micropol
