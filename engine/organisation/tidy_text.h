#pragma once
// Text of files as it is compared: the same letters are the same bytes, whatever program wrote them.

#include <string>
#include <string_view>

namespace micropol {

// In Unicode's composed form (NFC), with every kind of blank a space, without invisible marks, and trimmed. Line breaks stay.
// text: UTF-8, else it is returned as it is.
[[nodiscard]] std::string tidy(std::string text);

// The same without differences of case: for e-mail addresses, headings and words of a vocabulary.
[[nodiscard]] std::string folded(std::string_view text);

// A heading as its words in small letters, joined by underscores: "PersonId", "Person-ID" and "person id" are "person_id".
[[nodiscard]] std::string heading_words(std::string_view heading);

}  // namespace micropol
