#pragma once
// What the engine says in English, in German: labels of outcomes, by key, and sentences, by themselves.

#include "report/words.h"

namespace micropol {

[[nodiscard]] std::vector<PageWords> const& outcome_words();  // english is left empty: the catalogue has it
[[nodiscard]] std::vector<PageWords> const& engine_words();   // key: what it is about, see said

}  // namespace micropol
