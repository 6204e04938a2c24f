#pragma once

#include <string>

namespace micropol::app {

// The manual page of section 1, as man takes it (roff).
[[nodiscard]] std::string manual_page();

}  // namespace micropol::app
