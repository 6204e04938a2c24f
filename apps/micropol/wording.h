#pragma once
// Amounts as a person reads them.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace micropol::app {

[[nodiscard]] std::string grouped(std::uint64_t number);  // "1,024"
// "1 block", "2 blocks"; `things` where one letter more does not do
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view thing, std::string_view things = "");
[[nodiscard]] std::string in_two_digits(double number);  // "0.047"
[[nodiscard]] std::string in_words(double seconds);      // "0.4 s", "3 min 20 s", "2 h 5 min"
[[nodiscard]] std::string in_bytes(std::size_t bytes);   // "1.2 GB"
[[nodiscard]] std::string quoted_for_shell(std::vector<std::string> const& words);

}  // namespace micropol::app
