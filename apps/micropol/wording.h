#pragma once
// Amounts as a person reads them.

#include <cstdint>
#include <string>
#include <vector>

#include "base/message.h"

namespace micropol::app {

// "{0} blocks": the catalogue knows its form for one.
[[nodiscard]] inline Message counted(char const* sentence, std::uint64_t number) { return Message(sentence, {Count{number}}); }
[[nodiscard]] inline Phrase number(std::uint64_t number) { return name(std::to_string(number)); }  // a name: seed 1024
[[nodiscard]] Quantity in_two_digits(double number);                                               // "0.047"
[[nodiscard]] Message in_words(double seconds);     // "0.4 s", "3 min 20 s", "2 h 5 min"
[[nodiscard]] Message in_bytes(std::size_t bytes);  // "1.2 GB"
[[nodiscard]] std::string quoted_for_shell(std::vector<std::string> const& words);

}  // namespace micropol::app
