#pragma once
// What the build made of apps/report: defined in a file that CMake writes.

#include <string_view>

namespace micropol {

[[nodiscard]] std::string_view page_style();
[[nodiscard]] std::string_view page_script();                     // empty if there was no Node.js: figures are tables then
extern std::string_view const page_style_hash, page_script_hash;  // SHA-256, hexadecimal

}  // namespace micropol
