#pragma once
// What `micropol page` puts into a page: style, script and the engine as WebAssembly, made of apps/live by the build. Empty where the
// compiler for it is missing.

#include <string_view>

namespace micropol::app {

[[nodiscard]] std::string_view live_frame_style();  // of a page on its own
[[nodiscard]] std::string_view live_style();        // of what it shows, also in a report
[[nodiscard]] std::string_view live_script();
[[nodiscard]] std::string_view live_engine();                               // compressed (gzip), in base 64
[[nodiscard]] std::string_view live_frame_style_hash(), live_style_hash();  // SHA-256, hexadecimal
[[nodiscard]] std::string_view live_script_hash();                          // likewise

}  // namespace micropol::app
